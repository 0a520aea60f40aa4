"""Files found, read, judged and kept: configuration, discovery, cache, processes, whole runs."""
