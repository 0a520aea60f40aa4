"""Many tables side by side: small summaries of each, and what rules judge among them."""
