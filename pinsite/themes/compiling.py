"""How templates become Python: quicker where they are trusted, watched where they are not."""

from __future__ import annotations

import re
from collections.abc import Container
from keyword import iskeyword
from typing import Any

from jinja2 import nodes
from jinja2.compiler import CodeGenerator, Frame
from markupsafe import Markup, escape

#: Part of the names of kept bytecode: raised when templates are compiled in another way.
GENERATION = 3
#: The filter that counts the turns of a loop, and what stands before the names of filters that pay.
COUNTED, GUARDED = "counted!", "paid!"

_SPECIAL = re.compile("[&<>'\"]").search


def shown(value: object) -> str:
    """Return a value as a page has it: escaped, unless it is markup already; most texts need neither."""
    kind = type(value)
    if kind is Markup or (kind is str and not _SPECIAL(value)):  # type: ignore[call-overload]
        return value  # type: ignore[return-value]
    return escape(value)


class ChainCodeGenerator(CodeGenerator):
    """Compiles `{{ x }}` to a call of `shown`: a page shows hundreds of values, and needs no markup.

    In a template that is not trusted loops, calls, filters and texts are paid for. One that is trusted looks at
    views and calls functions as Python does, without asking each time whether it may.
    """

    def __init__(
        self, environment: Any, name: str | None, filename: str | None, *more: Any, **named: Any
    ) -> None:
        super().__init__(environment, name, filename, *more, **named)
        self._pays = not (filename and environment.chain.is_trusted(filename))

    def _output_child_pre(
        self, node: nodes.Expr, frame: Frame, finalize: CodeGenerator._FinalizeInfo
    ) -> None:
        if frame.eval_ctx.volatile or not frame.eval_ctx.autoescape:
            self.write("environment.made(" if self._pays else "(")
            super()._output_child_pre(node, frame, finalize)
        else:
            self.write("(environment.paid_text(" if self._pays else "(environment.shown(")

    def _output_child_post(
        self, node: nodes.Expr, frame: Frame, finalize: CodeGenerator._FinalizeInfo
    ) -> None:
        super()._output_child_post(node, frame, finalize)
        self.write(")")

    def visit_Output(self, node: nodes.Output, frame: Frame) -> None:  # noqa: N802 - the library's name
        """Pay for the text that stands in the template."""
        if self._pays:
            written = sum(len(child.data) for child in node.nodes if isinstance(child, nodes.TemplateData))
            self.writeline(f"environment.wrote({1 + written // 16})", node)
        super().visit_Output(node, frame)

    def visit_Concat(self, node: nodes.Concat, frame: Frame) -> None:  # noqa: N802 - the library's name
        """Pay for texts that are joined."""
        self.write("environment.made(" if self._pays else "(")
        super().visit_Concat(node, frame)
        self.write(")")

    def visit_Getattr(self, node: nodes.Getattr, frame: Frame) -> None:  # noqa: N802 - the library's name
        """Look at a view; `format` of a text is left to the sandbox, which escapes what it is given."""
        if self._pays or node.attr in _FORMATS:
            super().visit_Getattr(node, frame)
            return
        self.write("environment.seen(")
        self.visit(node.node, frame)
        self.write(f", {node.attr!r})")

    def visit_Call(self, node: nodes.Call, frame: Frame, forward_caller: bool = False) -> None:  # noqa: N802
        """Call a function by itself: none of ours asks for the context."""
        if self._pays or node.dyn_args or node.dyn_kwargs or any(iskeyword(one.key) for one in node.kwargs):
            super().visit_Call(node, frame, forward_caller=forward_caller)
            return
        self.visit(node.node, frame)
        self.write("(")
        for part in (*node.args, *node.kwargs):
            self.visit(part, frame)
            self.write(", ")
        self.write("caller=caller)" if forward_caller else ")")

    def write(self, x: str) -> None:
        """Write code; a call that is paid for has another name."""
        super().write("environment.paid_call(context, " if self._pays and x == _CALL else x)


_CALL = "environment.call(context, "
_FORMATS = ("format", "format_map")


def watch(template: nodes.Template, filters: Container[str]) -> None:
    """Let the loops and filters of a template pay for what they do."""
    for loop in list(template.find_all(nodes.For)):
        loop.iter = nodes.Filter(loop.iter, COUNTED, [], [], None, None, lineno=loop.iter.lineno)
        loop.iter.set_environment(template.environment)  # type: ignore[arg-type]
    for one in template.find_all(nodes.Filter):
        if f"{GUARDED}{one.name}" in filters:
            one.name = f"{GUARDED}{one.name}"
