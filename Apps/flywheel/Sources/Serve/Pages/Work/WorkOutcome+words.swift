import FlywheelKit
import FlywheelRuntime
import FlywheelStore
import FlywheelWeb
import WebPages

extension PageVisit {
    /// Why an exception was not changed, in the reader's words.
    func sentence(_ refusal: WorkOutcome.Refusal, of id: ExceptionID) -> HTML {
        let name: Phrases.Value = .text(id.description)
        switch refusal {
        case .overtaken(let person, let verb, let at):
            return words(
                "exception.refusal.overtaken",
                [
                    "id": name, "person": .text(person), "what": .html(event(verb)), "time": .text(formats.near(at)),
                ])
        case .work(.claimedBy(_, let person, let at?)):
            return words(
                "exception.refusal.claimed",
                ["id": name, "person": .text(person), "time": .text(formats.near(at))])
        case .work(.claimedBy(_, let person, nil)):
            return words("exception.refusal.claimedSomeTime", ["id": name, "person": .text(person)])
        case .work(.builtOn(_, _, let person, let verb, let at)):
            return words(
                "exception.refusal.builtOn",
                [
                    "id": name, "person": .text(person), "what": .html(event(verb)), "time": .text(formats.near(at)),
                ])
        case .work(.notOpen): return words("exception.refusal.notOpen", ["id": name])
        case .work(.notClaimed): return words("exception.refusal.notClaimed", ["id": name])
        case .work(.nothingToUndo): return words("exception.refusal.nothingToUndo", ["id": name])
        case .work(.notReopenable): return words("exception.refusal.notReopenable", ["id": name])
        case .work(let error):
            // The rest is rare, and told as commands say it.
            return reader.said(Diagnostic(error, clock: house.clock).sentence)
        }
    }

    /// What happened, as a word of the history.
    func event(_ verb: JournalEvent.Verb) -> HTML { words("event.\(verb.rawValue)") }

    /// Which field of a form a refusal is about, and what it says there; `nil` where it is about none.
    func fault(_ error: WorkError) -> Fault? {
        switch error {
        case .causeMissing: Fault(field: "cause", words("exception.fault.cause"))
        case .causeUnknown(_, let cause, _):
            Fault(field: "cause", words("exception.fault.causeUnknown", ["cause": .text(cause)]))
        case .causeNoWord(_, let cause):
            Fault(field: "cause-new", words("exception.fault.causeWord", ["cause": .text(cause)]))
        case .snoozeEnds:
            Fault(
                field: "until",
                words("exception.fault.until", ["days": .count(Int(Workbench.longestSnoozeDays))]))
        case .reasonMissing: Fault(field: "reason", words("exception.fault.reason"))
        case .textLength(_, let count):
            Fault(
                field: request.form["text"] == nil ? "note" : "text",
                words(
                    "exception.fault.text", ["found": .count(count), "most": .count(Workbench.longestText)]))
        default: nil
        }
    }

    /// The same of what could not be read at all.
    func fault(_ error: FormFault) -> Fault {
        switch error {
        case .name: Fault(field: "to", words("exception.fault.name"))
        case .day(let text): Fault(field: "until", words("exception.fault.day", ["found": .text(text)]))
        case .minutes(let text): Fault(field: "minutes", words("exception.fault.minutes", ["found": .text(text)]))
        case .dismissal: Fault(field: "reason", words("exception.fault.dismissal"))
        case .severalWorkflows: Fault(field: "cause", words("exception.fault.severalWorkflows"))
        }
    }
}
