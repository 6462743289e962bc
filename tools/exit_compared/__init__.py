"""Our exit beside the one that the field knows: govuk-frontend's Exit this page."""
