"""`python -m perflint`."""

from perflint.cli.main import start

if __name__ == "__main__":
    start()
