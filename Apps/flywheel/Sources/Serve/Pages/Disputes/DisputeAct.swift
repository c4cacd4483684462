import FlywheelWeb
import People
import WebPages

/// What a form on the page of a dispute does: the command that does it, with what was filled in.
enum DisputeAct: String, CaseIterable {
    case open, evidence, move, appeal, withdraw
    /// The desk decides, or others did and wrote so.
    case decide, letter
    case hold, release, pay
    /// Agrees to what somebody proposed, or does not.
    case review

    /// Whoever answers cases carries a dispute on; what ends it or moves money is decided.
    var right: Right {
        switch self {
        case .open, .evidence, .move, .appeal: .answer
        case .withdraw, .decide, .letter, .hold, .release, .pay, .review: .decide
        }
    }

    /// The command. What was filled in is a value of a flag or stands behind `--`, and so cannot become a flag.
    ///
    /// - Throws: a ``Diagnostic`` for what the command does not understand.
    func command(on id: String, saying form: FlywheelWeb.Fields) throws -> any AnsweringCommand {
        func value(_ name: String) -> String { (form[name] ?? "").trimmingSpace }
        func flags(_ names: String...) -> [String] {
            names.filter { !value($0).isEmpty }.map { "--\($0)=\(value($0))" }
        }
        let this = ["--", id]
        return switch self {
        case .open:
            try DisputesCommand.Open.reading(flags("kind", "platform", "reason", "amount", "deadline") + this)
        case .evidence: try DisputesCommand.Bring.reading(flags("type", "reference", "by") + this)
        case .move: try DisputesCommand.Move.reading(Self.step(value("step")) + flags("deadline") + this)
        case .appeal: try DisputesCommand.Appeal.reading(flags("by", "deadline") + this)
        case .withdraw: try DisputesCommand.Withdraw.reading(this)
        case .decide: try DisputesCommand.Decide.reading(flags("award", "because") + this + [value("verdict")])
        case .letter: try DisputesCommand.Decide.reading(flags("award", "by", "letter") + this + [value("verdict")])
        case .hold:
            try DisputesCommand.Hold.reading(
                flags("amount", "rule", "reason", "until", "then", "because", "letter") + this)
        case .release: try DisputesCommand.Release.reading(flags("hold", "amount", "to", "because", "letter") + this)
        case .pay: try DisputesCommand.Pay.reading(flags("amount", "reference") + this)
        case .review:
            value("verdict") == "agree"
                ? try DisputesCommand.Agree.reading(flags("because") + ["--", value("decision")])
                : try DisputesCommand.Refuse.reading(flags("because") + ["--", value("decision")])
        }
    }

    /// `review.claimant`, a step with who takes it.
    private static func step(_ text: String) -> [String] {
        let parts = text.split(separator: ".", maxSplits: 1)
        return parts.count == 2 ? ["--to=\(parts[0])", "--by=\(parts[1])"] : ["--to=\(text)"]
    }

    /// The field that the page leads to where the act is refused.
    var field: String {
        switch self {
        case .open: "reason"
        case .evidence, .pay: "reference"
        case .move: "step"
        case .appeal: "by"
        case .withdraw: "form"
        case .letter: "letter"
        case .decide, .hold, .release, .review: "because"
        }
    }
}
