"""The office's documents (Word, Excel, web pages, text) and target tables: from one to the other."""
