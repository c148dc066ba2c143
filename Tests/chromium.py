"""Where Chromium is: its shell without a window, which takes half the time, and the whole browser."""
import shutil

CHROMIUM = next(filter(None, map(shutil.which, ["chromium-headless-shell", "chromium", "google-chrome"])), None)
# Loads pictures the farther ahead the slower the line is; the shell knows nothing of the line.
WHOLE = next(filter(None, map(shutil.which, ["chromium", "google-chrome"])), CHROMIUM)
