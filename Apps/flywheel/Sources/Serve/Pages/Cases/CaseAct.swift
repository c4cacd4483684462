import FlywheelWeb
import WebPages

/// What a form on a case's page does: the command that does it, with what was filled in.
enum CaseAct: String, CaseIterable {
    case claim, release, assign, hold, wait, solve, close, reopen, escalate
    case waitElsewhere = "wait-elsewhere"
    case label, use, intents, take, start, step, macro
    case merge, unmerge
    case reply, note, approve, discard, undo
    case review, audit

    /// What can be done to several cases at once.
    static let ofSeveral: [CaseAct] = [
        .claim, .release, .assign, .label, .hold, .escalate, .solve, .close, .merge, .undo,
    ]

    /// The command. What was filled in is a value of a flag or stands behind `--`, and so cannot become a flag.
    ///
    /// - Throws: a ``Diagnostic`` for what the command does not understand.
    func command(on id: String, saying form: FlywheelWeb.Fields) throws -> any AnsweringCommand {
        func flag(_ name: String, _ field: String? = nil) -> [String] {
            (form[field ?? name] ?? "").isEmpty ? [] : ["--\(name)=\(form[field ?? name] ?? "")"]
        }
        let intents = (form["intents"] ?? "").split { $0 == " " || $0 == "," }.map { "--intent=\($0)" }
        let tags = (form["tag"] ?? "").split { $0 == " " || $0 == "," }.map { "--tag=\($0)" }
        let message = ["--", form["message"] ?? ""]
        let this = ["--", id]
        return switch self {
        case .claim: try CasesCommand.Claim.reading(this)
        case .release: try CasesCommand.Release.reading(this)
        case .assign: try CasesCommand.Assign.reading(flag("to") + flag("group") + this)
        case .hold: try CasesCommand.Hold.reading(flag("until") + this)
        case .wait: try CasesCommand.Wait.reading(this)
        case .waitElsewhere: try CasesCommand.Wait.reading(["--elsewhere"] + this)
        case .solve: try CasesCommand.Solve.reading(this)
        case .close: try CasesCommand.Close.reading(flag("cause") + this)
        case .reopen: try CasesCommand.Reopen.reading(this)
        case .escalate: try CasesCommand.Escalate.reading(flag("reason") + this)
        case .label: try CasesCommand.Label.reading(flag("urgency") + this)
        case .use, .intents: try CasesCommand.Label.reading(intents + this)
        case .take: try CasesCommand.Take.reading(flag("field") + this)
        case .start: try CasesCommand.Step.reading(flag("of") + this)
        case .macro: try CasesCommand.Macro.reading(flag("apply") + this)
        case .merge: try CasesCommand.Merge.reading(flag("into") + this)
        case .unmerge: try CasesCommand.Unmerge.reading(this)
        case .step: try CasesCommand.Step.reading(flag("of") + flag("done") + this)
        case .reply: try CasesCommand.Reply.reading(["--text=\(form["text"] ?? "")"] + this)
        case .note: try CasesCommand.Note.reading(["--text=\(form["note"] ?? "")"] + this)
        case .approve: try CasesCommand.Approve.reading(message)
        case .discard: try CasesCommand.Discard.reading(message)
        case .undo: try CasesCommand.Undo.reading(this)
        case .review: try CasesCommand.Review.reading(flag("verdict") + this)
        case .audit: try CasesCommand.Audit.reading(tags + flag("gap") + this)
        }
    }

    /// The field whose words are kept where the act is refused.
    var field: String {
        switch self {
        case .assign: "to"
        case .hold: "until"
        case .close: "cause"
        case .escalate: "reason"
        case .label: "urgency"
        case .use, .intents: "intents"
        case .start: "of"
        case .macro: "apply"
        case .merge: "into"
        case .note: "note"
        case .review: "verdict"
        case .audit: "tag"
        default: "text"
        }
    }
}
