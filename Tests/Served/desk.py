"""A case desk small enough to know by heart: one ticket, who may decide, and what comes again and again."""
import json
import os

# Of refunds the frontline decides up to USD 50, seniors up to USD 500.
CONFIGURATION = """
cases:
  levels: [frontline, senior]
  people: [{name: mia}, {name: ben}, {name: cleo}, {name: lea, level: senior}]
  promises: [{id: all, firstResponse: 8, resolution: 40}]
  rights:
    - {role: frontline, type: refund, upTo: {USD: 50}}
    - {role: senior, type: [refund, hold, release], upTo: {USD: 500}}
  checklists: [{id: broken, steps: [Ask for a photo, Tell the supplier]}]
  templates: [{id: goes-on, text: "We look into {case} and write again on {next}."}]
  outreach: [{id: hears-nothing, occasion: open-case, template: goes-on, everyHours: 48}]
  macros: [{id: new-lamp, reply: "Dear {name}, a new lamp is on its way. {agent}", checklist: broken}]
"""

TICKETS = {
    "tickets": [{
        "id": 4711, "status": "open", "priority": "high", "subject": "Lamp arrived broken",
        "description": "The lamp of order 305-1120981-2288100 came broken. I want my money back.",
        "created_at": "2026-11-20T09:12:00Z", "updated_at": "2026-11-20T09:12:00Z", "requester_id": 77,
    }],
    "users": [{"id": 77, "name": "Ada Okafor", "email": "ada@example.com", "role": "end-user"}],
}


def configure(folder, more=""):
    """Says what the desk goes by."""
    with open(os.path.join(folder, "flywheel.yaml"), "w", encoding="utf-8") as file:
        file.write(CONFIGURATION + more)


def tickets(folder):
    """The desk's ticket in a file."""
    path = os.path.join(folder, "zendesk-tickets.json")
    with open(path, "w", encoding="utf-8") as file:
        json.dump(TICKETS, file)
    return path
