"""The library behind `import perflint`: what programs call, on which the ways in can stand. Its names are in `perflint`."""
