"""How kompass reads layouts that tools/typeset sets at random; tools/measure-layouts is the command."""
