"""Where Chromium is: its shell without a window, which takes half the time, or the whole browser."""
import shutil

CHROMIUM = next(filter(None, map(shutil.which, ["chromium-headless-shell", "chromium", "google-chrome"])), None)
