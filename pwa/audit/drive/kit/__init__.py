"""WebKit, by way of WebKitGTK and its WebDriver."""
