"""What should happen: facts of one small subject and a rule set → its obligations, purely.

A *coordination gap* is an obligation past its due date and not settled, nothing else.
"""
