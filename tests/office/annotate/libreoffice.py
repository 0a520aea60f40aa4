"""Run by a Python that has `uno`: opens documents in LibreOffice, accepts or rejects all changes, saves them as .docx.

python3 libreoffice.py FOLDER   each document of FOLDER becomes accepted/NAME and rejected/NAME beside it
"""

import subprocess
import sys
import time
from pathlib import Path
from typing import Any

import uno  # type: ignore[import-not-found]  # of the system's Python, where LibreOffice is installed
from com.sun.star.beans import PropertyValue  # type: ignore[import-not-found]  # the same
from com.sun.star.connection import NoConnectException  # type: ignore[import-not-found]  # the same

_COMMANDS = {"accepted": ".uno:AcceptAllTrackedChanges", "rejected": ".uno:RejectAllTrackedChanges"}


def decide(folder: Path) -> None:
    """Write each document of a folder with its changes accepted, and with them rejected."""
    pipe = f"perflint{time.time_ns()}"
    command = ["soffice", f"-env:UserInstallation={(folder / 'profile').as_uri()}", "--headless", "--norestore",
               "--invisible", f"--accept=pipe,name={pipe};urp;"]  # fmt: skip
    office = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)  # noqa: S603  # fixed words
    desktop = None
    try:
        context = _connected(office, pipe)
        desktop = context.ServiceManager.createInstanceWithContext("com.sun.star.frame.Desktop", context)
        helper = context.ServiceManager.createInstanceWithContext("com.sun.star.frame.DispatchHelper", context)
        for document in sorted(folder.glob("*.docx")):
            for name, order in _COMMANDS.items():
                (folder / name).mkdir(exist_ok=True)
                opened = desktop.loadComponentFromURL(
                    document.as_uri(), "_blank", 0, (_property("Hidden", value=True),)
                )
                helper.executeDispatch(opened.CurrentController.Frame, order, "", 0, ())
                opened.storeToURL(
                    (folder / name / document.name).as_uri(), (_property("FilterName", value="MS Word 2007 XML"),)
                )
                opened.close(True)  # noqa: FBT003  # UNO takes it by position
    finally:
        if desktop is not None:
            desktop.terminate()
        else:
            office.kill()
        office.wait()


def _connected(office: "subprocess.Popen[bytes]", pipe: str) -> Any:  # noqa: ANN401  # an object of UNO
    local = uno.getComponentContext()
    resolver = local.ServiceManager.createInstanceWithContext("com.sun.star.bridge.UnoUrlResolver", local)
    while office.poll() is None:
        try:
            return resolver.resolve(f"uno:pipe,name={pipe};urp;StarOffice.ComponentContext")
        except NoConnectException:
            time.sleep(0.2)
    raise SystemExit("LibreOffice ended before it answered")


def _property(name: str, *, value: object) -> Any:  # noqa: ANN401  # the same
    made = PropertyValue()
    made.Name, made.Value = name, value
    return made


if __name__ == "__main__":
    decide(Path(sys.argv[1]).resolve())
