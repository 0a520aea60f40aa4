"""Files and repositories: found, named, read at a commit, written whole or not at all."""
