"""The stemmers of the Snowball project, as JavaScript.

Snowball generates its Python from rules, in a dozen shapes of statement: steps of a cursor, `raise lab0()` as a jump,
tables of endings. Each has its like in JavaScript (a jump leaves a block of that name), so the code of the installed
library is written out statement by statement, and a browser stems as the build did, by the same version of the same
rules. What has another shape raises `UnknownShapeError`; a test writes out every stemmer and compares it in a browser.
"""

from __future__ import annotations

import ast
import json
from functools import cache
from importlib.metadata import distribution
from importlib.resources import files

_LIBRARY = "snowballstemmer"
_COMPARE = {
    ast.Eq: "===", ast.NotEq: "!==", ast.Lt: "<", ast.LtE: "<=", ast.Gt: ">", ast.GtE: ">=", ast.Is: "===",
    ast.IsNot: "!==",
}  # fmt: skip
_COUNT = {ast.Add: "+", ast.Sub: "-", ast.RShift: ">>"}


class UnknownShapeError(ValueError):
    """The library's code has a shape that nobody has written out yet."""


@cache
def stemmer_script(algorithm: str) -> str:
    """Return a JavaScript expression: a function that stems a word, with the library's notice before it."""
    base = _class_of("basestemmer")
    own = _class_of(f"{algorithm}_stemmer")
    methods = [
        _method(one) for one in base.body if isinstance(one, ast.FunctionDef) and one.name not in _UNUSED
    ]
    methods += [_method(one) for one in own.body if isinstance(one, ast.FunctionDef)]
    fields = [_field(one, own.name) for one in own.body if isinstance(one, ast.Assign)]
    body = ",\n".join(methods)
    return (
        f"/* {_notice()} */\n(() => {{\n{_WITHIN}const stemmer = {{\n{body}\n}};\n{''.join(fields)}"
        "return (word) => stemmer.stemWord(word);\n})()"
    )


_WITHIN = "const within = (one, all) => (all instanceof Set ? all.has(one) : all.includes(one));\n"
#: What of the library's base class nobody calls here.
_UNUSED = ("__init__", "copy_from", "stemWords")


def _class_of(module: str) -> ast.ClassDef:
    source = files(_LIBRARY).joinpath(f"{module}.py").read_text("utf-8")
    return next(one for one in ast.parse(source).body if isinstance(one, ast.ClassDef))


def _notice() -> str:
    """Return the licence of the library, which has to stand beside what comes from it."""
    found = distribution(_LIBRARY)
    licence = next(path for path in found.files or () if path.name == "COPYING")
    return f"Stemming by Snowball {found.version}, https://snowballstem.org\n{licence.read_text().strip()}"


def _field(node: ast.Assign, owner: str) -> str:
    (target,) = node.targets
    return f"stemmer.{_name(target)} = {_value(node.value)};\n"


def _method(node: ast.FunctionDef) -> str:
    known = {arg.arg for arg in node.args.args}
    names = sorted(
        {one.id for one in ast.walk(node) if isinstance(one, ast.Name) and isinstance(one.ctx, ast.Store)}
        - known
    )
    given = ", ".join(arg.arg for arg in node.args.args if arg.arg != "self")
    declared = f"let {', '.join(names)};\n" if names else ""
    return f"{_bare(node.name)}({given}) {{\n{declared}{_block(node.body)}}}"


def _block(statements: list[ast.stmt]) -> str:
    return "".join(_statement(one) for one in statements)


def _statement(node: ast.stmt) -> str:
    match node:
        case ast.Pass() | ast.Assert() | ast.Expr(value=ast.Constant()):
            return ""
        case ast.Expr(value=value):
            return f"{_value(value)};\n"
        case ast.Assign(targets=[target], value=value):
            return f"{_value(target)} = {_value(value)};\n"
        case ast.AugAssign(target=target, op=op, value=value):
            return f"{_value(target)} {_COUNT[type(op)]}= {_value(value)};\n"
        case ast.Return(value=value):
            return f"return {_value(value)};\n" if value else "return;\n"
        case ast.Break():
            return "break;\n"
        case ast.Continue():
            return "continue;\n"
        case ast.Raise(exc=ast.Call(func=ast.Name(id=label), args=[])):
            return f"break {label};\n"
        case ast.Try(body=body, handlers=[ast.ExceptHandler(type=ast.Name(id=label), body=[ast.Pass()])]):
            return f"{label}: {{\n{_block(body)}}}\n"
        case ast.While(test=test, body=body, orelse=[]):
            return f"while ({_value(test)}) {{\n{_block(body)}}}\n"
        case ast.If(test=test, body=body, orelse=orelse):
            rest = f" else {{\n{_block(orelse)}}}" if orelse else ""
            return f"if ({_value(test)}) {{\n{_block(body)}}}{rest}\n"
        case ast.For(target=ast.Name(id=name), iter=ast.Call(func=ast.Name(id="range"), args=args)):
            return f"{_loop(name, [_value(one) for one in args])} {{\n{_block(node.body)}}}\n"
        case ast.For(target=ast.Name(id=name), iter=ast.Tuple() as several, body=body):
            return f"for ({name} of {_value(several)}) {{\n{_block(body)}}}\n"
    raise UnknownShapeError(ast.unparse(node))


def _loop(name: str, args: list[str]) -> str:
    first, last, step = ["0", *args, "1"] if len(args) == 1 else [*args, "1"] if len(args) == 2 else args
    if step == "(-1)":
        return f"for ({name} = {first}; {name} > {last}; {name} -= 1)"
    return f"for ({name} = {first}; {name} < {last}; {name} += {step})"


def _value(node: ast.expr) -> str:
    match node:
        case ast.Constant(value=value):
            return json.dumps(value)
        case ast.Name(id="self"):
            return "this"
        case ast.Name(id=name):
            return name
        case ast.Attribute():
            return f"{_owner(node.value)}.{_bare(node.attr)}"
        case ast.Set(elts=elts):
            return f"new Set([{', '.join(map(_value, elts))}])"
        case ast.List(elts=elts) | ast.Tuple(elts=elts):
            return f"[{', '.join(map(_value, elts))}]"
        case ast.UnaryOp(op=ast.Not(), operand=operand):
            return f"!({_value(operand)})"
        case ast.UnaryOp(op=ast.USub(), operand=operand):
            return f"(-{_value(operand)})"
        case ast.BoolOp(op=op, values=values):
            return f"({(' && ' if isinstance(op, ast.And) else ' || ').join(map(_value, values))})"
        case ast.BinOp(left=left, op=op, right=right):
            return f"({_value(left)} {_COUNT[type(op)]} {_value(right)})"
        case ast.Compare(left=left, ops=[op], comparators=[right]):
            return _comparison(left, op, right)
        case ast.Subscript(value=value, slice=ast.Slice(lower=lower, upper=upper)):
            bounds = [_value(lower) if lower else "0", *([_value(upper)] if upper else [])]
            return f"{_value(value)}.slice({', '.join(bounds)})"
        case ast.Subscript(value=value, slice=at):
            return f"{_value(value)}[{_value(at)}]"
        case ast.Call(func=func, args=args):
            return _call(func, args)
    raise UnknownShapeError(ast.unparse(node))


def _comparison(left: ast.expr, op: ast.cmpop, right: ast.expr) -> str:
    if isinstance(op, ast.In | ast.NotIn):
        return f"{'!' if isinstance(op, ast.NotIn) else ''}within({_value(left)}, {_value(right)})"
    return f"({_value(left)} {_COMPARE[type(op)]} {_value(right)})"


def _call(func: ast.expr, args: list[ast.expr]) -> str:
    given = [_value(one) for one in args]
    match func:
        case ast.Name(id="len"):
            return f"{given[0]}.length"
        case ast.Name(id="min" | "max" as name):
            return f"Math.{name}({', '.join(given)})"
        case ast.Name(id="ord"):
            return f"{given[0]}.charCodeAt(0)"
        case ast.Name(id="Among"):
            method = f", method: stemmer.{_name(args[3])}" if len(args) > 3 else ", method: null"
            return f"{{s: {given[0]}, substring_i: {given[1]}, result: {given[2]}{method}}}"
        case ast.Attribute(value=text, attr="startswith"):
            return f"{_value(text)}.slice(0, {given[2]}).startsWith({given[0]}, {given[1]})"
        case ast.Attribute(value=text, attr="endswith"):
            return f"{_value(text)}.slice({given[1]}, {given[2]}).endsWith({given[0]})"
        case ast.Attribute(attr="method"):
            return f"{_value(func)}.call({', '.join(given)})"
        case ast.Attribute():
            return f"{_value(func)}({', '.join(given)})"
    raise UnknownShapeError(ast.unparse(func))


def _owner(node: ast.expr) -> str:
    # The tables stand on the class in Python, and on the stemmer itself here.
    is_class = isinstance(node, ast.Name) and node.id[:1].isupper()
    return "this" if is_class else _value(node)


def _name(node: ast.expr) -> str:
    if isinstance(node, ast.Name):
        return _bare(node.id)
    if isinstance(node, ast.Attribute):
        return _bare(node.attr)
    raise UnknownShapeError(ast.unparse(node))


def _bare(name: str) -> str:
    """Return a name as JavaScript has it: what is private to a class needs no mark here."""
    return name.lstrip("_") if name.startswith("__r_") else name
