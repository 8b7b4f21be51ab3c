"""What passed between two committees: each paper that one side sent, and that it arrived.

What a workplace does with it afterwards (filed, passed up, resolved) stands here too; whoever asks
for a residence leaves that out.
"""
