"""What happens when somebody says or presses something: one file for each of the things that people do.

A handler asks the records and screens in a thread and gives the result to the courier; it decides nothing else.
"""
