import FlywheelKit
import RevenueAtRisk

extension JSON {
    /// A text, or null.
    static func text(_ value: String?) -> JSON { value.map { .text($0) } ?? .null }
    /// A moment as RFC 3339 in UTC, or null.
    static func instant(_ value: Instant?) -> JSON { value.map { .instant($0) } ?? .null }
    /// Yes or no, or null.
    static func flag(_ value: Bool?) -> JSON { value.map { .bool($0) } ?? .null }
    /// A count, or null.
    static func count(_ value: Int?) -> JSON { value.map { .integer(Int64($0)) } ?? .null }
    /// A number with four exact decimals, or null; text, since a JSON number is read as binary.
    static func decimal(_ value: Decimal4?) -> JSON { value.map { .decimal($0.description) } ?? .null }
    /// A share, or another number, to 0.0001, or null.
    static func share(_ value: Double?) -> JSON { value.map { .number(($0 * 10_000).rounded() / 10_000) } ?? .null }
    /// A sum of money: a text with the currency's own digits beside its code.
    static func money(_ value: Money) -> JSON {
        ["amount": .decimal(value.amount), "currency": .text(value.currency.code)]
    }
    /// A sum in minor units; the amount is null when it is not known.
    static func money(_ minorUnits: Int64?, _ currency: Currency) -> JSON {
        minorUnits.map { .money(Money(minorUnits: $0, currency)) }
            ?? ["amount": nil, "currency": .text(currency.code)]
    }
    /// A sum in minor units without its currency, or null.
    static func amount(_ minorUnits: Int64?, _ currency: Currency) -> JSON {
        minorUnits.map { .decimal(Money(minorUnits: $0, currency).amount) } ?? .null
    }
    /// Texts.
    static func texts(_ values: some Sequence<String>) -> JSON { .array(values.map { .text($0) }) }
    /// What something is about.
    static func subject(_ subject: Subject) -> JSON {
        [
            "kind": .text(subject.kind.rawValue), "account": .text(subject.account),
            "marketplace": .text(subject.marketplace), "code": .text(subject.code),
        ]
    }
}
