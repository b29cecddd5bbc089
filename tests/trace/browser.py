# SPDX-License-Identifier: BSD-2-Clause
"""A page in headless Chromium, over its pipe of commands (descriptors 3 and 4)."""
import json
import os
import shutil
import signal
import subprocess
import tempfile


def chromium():
    return shutil.which("chromium")


class Page:
    def __init__(self, path):
        self.number = 0
        self.home = tempfile.mkdtemp(prefix="skep-browser-")
        commands, self.commands = os.pipe()
        self.answers, answers = os.pipe()

        def descriptors():
            saved = os.dup(commands), os.dup(answers)
            os.dup2(saved[0], 3)
            os.dup2(saved[1], 4)

        self.process = subprocess.Popen(
            [chromium(), "--headless=new", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage", "--no-first-run",
             "--disable-background-networking", f"--user-data-dir={self.home}", "--remote-debugging-pipe", "about:blank"],
            preexec_fn=descriptors, close_fds=False, start_new_session=True,
            stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        os.close(commands)
        os.close(answers)
        self.rest, self.events = b"", []
        target = self.call("Target.createTarget", url="about:blank")["targetId"]
        self.session = None
        self.session = self.call("Target.attachToTarget", targetId=target, flatten=True)["sessionId"]
        self.call("Page.enable")
        self.call("Page.navigate", url=f"file://{path}")
        self.wait("Page.loadEventFired")

    session = None

    def message(self):
        while b"\0" not in self.rest:
            got = os.read(self.answers, 1 << 16)
            if not got:
                raise EOFError("the browser has gone")
            self.rest += got
        text, _, self.rest = self.rest.partition(b"\0")
        return json.loads(text)

    def send(self, method, **params):
        self.number += 1
        message = {"id": self.number, "method": method, "params": params}
        if self.session:
            message["sessionId"] = self.session
        os.write(self.commands, json.dumps(message).encode() + b"\0")
        return self.number

    def answer(self, number):
        while True:
            message = self.message()
            if message.get("id") == number:
                return message["result"]
            self.events.append(message)

    def call(self, method, **params):
        return self.answer(self.send(method, **params))

    def wait(self, event):
        while not any(message.get("method") == event for message in self.events):
            self.events.append(self.message())
        self.events = [message for message in self.events if message.get("method") != event]

    def value(self, expression):
        return self.call("Runtime.evaluate", expression=expression, returnByValue=True)["result"].get("value")

    def press(self, selector):
        """Presses the mouse on an element and lets it go: answers when the page has seen it, or asks back."""
        x, y = self.value(f"(() => {{const b = document.querySelector({json.dumps(selector)}).getBoundingClientRect();"
                          "return [b.x + b.width / 2, b.y + b.height / 2];})()")
        for kind in "mousePressed", "mouseReleased":
            last = self.send("Input.dispatchMouseEvent", type=kind, x=x, y=y, button="left", clickCount=1)
        return last

    def click(self, selector):
        self.answer(self.press(selector))

    def click_and_say(self, selector, text):
        """Clicks what asks for a text."""
        last = self.press(selector)
        self.wait("Page.javascriptDialogOpening")
        self.call("Page.handleJavaScriptDialog", accept=True, promptText=text)
        self.answer(last) if not self.answered(last) else None

    def answered(self, number):
        return any(message.get("id") == number for message in self.events)

    def close(self):
        os.killpg(self.process.pid, signal.SIGKILL)
        self.process.wait()
        os.close(self.commands)
        os.close(self.answers)
        shutil.rmtree(self.home, ignore_errors=True)
