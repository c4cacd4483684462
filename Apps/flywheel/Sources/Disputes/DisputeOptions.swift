public import ArgumentParser
import Cases
import FlywheelKit
import FlywheelStore

/// The case whose dispute is meant.
struct DisputedCase: ParsableArguments {
    @Argument(help: ArgumentHelp("The case.", valueName: "case"))
    var text: String

    func id() throws -> CaseID {
        guard let id = CaseID(text: text) else {
            throw Diagnostic(
                "id", "\"\(text)\" is no id, expected one such as C12", help: "flywheel disputes lists ids",
                exit: .usage)
        }
        return id
    }
}

/// Whose move it is.
struct Part: ParsableArguments {
    @Option(help: ArgumentHelp("claimant, respondent or reviewer; else the desk's own part.", valueName: "party"))
    var by: DisputeParty?

    /// The stated part, else the desk's own, as far as it asks or is asked.
    func party(in dispute: Dispute) throws -> DisputeParty {
        try one(of: [.claimant, .respondent], in: dispute)
    }

    /// The stated part, else the desk's own among those who may decide now.
    func decider(in dispute: Dispute) throws -> DisputeParty {
        let deciders = dispute.terms.rules.rules(of: dispute.stage)?.deciders ?? []
        // Who decides between the two goes before who gives in: where the desk is both, it decides.
        return try one(of: deciders.sorted { $0 == .reviewer && $1 != .reviewer }, in: dispute)
    }

    private func one(of parties: [DisputeParty], in dispute: Dispute) throws -> DisputeParty {
        guard let party = by ?? parties.first(where: dispute.isDesk) else {
            throw Diagnostic(
                "whose-move",
                "the desk works for the \(dispute.terms.desk.rawValue), who has no part in this; expected --by",
                help: "--by claimant, respondent or reviewer", exit: .usage)
        }
        return party
    }
}

/// By what authority: a reason for what the desk decides, or the letter of whoever else did.
struct Grounds: ParsableArguments {
    @Option(
        help: ArgumentHelp(
            "Why the desk decides so, in words; they are kept where they can be erased.", valueName: "words"))
    var because: String?

    @Option(help: ArgumentHelp("The number of the letter by which somebody else decided it.", valueName: "code"))
    var letter: String?

    func validate() throws {
        guard (because == nil) != (letter == nil) else {
            throw ValidationError(
                "expected either --because, for what the desk decides, or --letter, for what others decided")
        }
    }

    var authority: Authority { letter.map { .outside(reference: $0) } ?? .proposed }
}

/// A decision that waits for somebody to agree.
struct Proposed: ParsableArguments {
    @Argument(help: ArgumentHelp("The proposal.", valueName: "decision"))
    var text: String

    @Option(help: ArgumentHelp("Why, in words; they are kept where they can be erased.", valueName: "words"))
    var because: String

    func decision() throws -> DecisionID {
        guard let id = DecisionID(text: text) else {
            throw Diagnostic(
                "id", "\"\(text)\" is no id, expected one such as D5", help: "flywheel disputes --waiting", exit: .usage
            )
        }
        return id
    }
}

/// A sum as it is given in a flag.
enum Sum {
    /// Reads `EUR 200.00`, `EUR200` and `eur 200`; with at most the currency's own digits.
    static func money(_ text: String) throws -> Money {
        let code = text.prefix(3)
        let number = text.dropFirst(3).drop { $0 == " " }
        let parts = number.split(separator: ".", omittingEmptySubsequences: false)
        let decimals = parts.count == 2 ? parts[1] : ""
        guard let currency = Currency(code), parts.count <= 2, let whole = parts.first, !whole.isEmpty,
            decimals.count <= currency.minorDigits, parts.count == 1 || !decimals.isEmpty,
            (whole + decimals).allSatisfy({ ("0"..."9").contains($0) }),
            let units = Int64(whole + decimals + String(repeating: "0", count: currency.minorDigits - decimals.count))
        else {
            throw ValidationError("\"\(text)\" is no sum, expected a currency and an amount such as \"EUR 200.00\"")
        }
        return Money(minorUnits: units, currency)
    }
}

extension DisputeKind: ExpressibleByArgument {}
extension DisputeParty: ExpressibleByArgument {}
extension DisputeStage: ExpressibleByArgument {}
extension DecisionType: ExpressibleByArgument {}
extension Evidence.Kind: ExpressibleByArgument {}

extension CaseIterable where Self: RawRepresentable<String> {
    /// All of them, for help.
    static var list: String { allCases.map(\.rawValue).joined(separator: ", ") }
}
