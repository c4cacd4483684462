import Cases
import FlywheelKit
import FlywheelStore
import RevenueAtRisk

/// A value that its type says how to write, and to describe in a schema.
protocol JSONValue: SendableMetatype {
    static var shape: Shape { get }
    var json: JSON { get }
}

/// A type whose values are written as one of so many words.
typealias JSONWord = CaseIterable & RawRepresentable<String> & Hashable & Sendable & SendableMetatype

/// A record whose members are described once.
protocol JSONRecord: JSONValue {
    static var members: Members<Self> { get }
}

extension JSONRecord {
    static var shape: Shape { members.shape }
    static var columns: [String] { members.columns }
    var json: JSON { Self.members.json(self) }
}

extension String: JSONValue {
    static var shape: Shape { .text }
    var json: JSON { .text(self) }
}

extension Bool: JSONValue {
    static var shape: Shape { .flag }
    var json: JSON { .bool(self) }
}

extension Int: JSONValue {
    static var shape: Shape { .integer }
    var json: JSON { .count(self) }
}

extension Int64: JSONValue {
    static var shape: Shape { .integer }
    var json: JSON { .integer(self) }
}

extension Double: JSONValue {
    static var shape: Shape { .number }
    var json: JSON { .number(self) }
}

extension Decimal4: JSONValue {
    static var shape: Shape { .decimal }
    var json: JSON { .decimal(self) }
}

extension Instant: JSONValue {
    static var shape: Shape { .instant }
    var json: JSON { .instant(self) }
}

extension Day: JSONValue {
    static var shape: Shape { .text }
    var json: JSON { .day(self) }
}

extension Money: JSONValue {
    static var shape: Shape { .knownMoney }
    var json: JSON { .money(self) }
}

/// A sum whose currency is said beside it.
struct Amount: Hashable, JSONValue {
    let money: Money

    init(_ minorUnits: Int64, _ currency: Currency) { money = Money(minorUnits: minorUnits, currency) }

    static var shape: Shape { .decimal }
    var json: JSON { .decimal(money.amount) }
}

extension Currency: JSONValue {
    static var shape: Shape { .text }
    var json: JSON { .text(code) }
}

extension RecordID: JSONValue {
    static var shape: Shape { .text }
    var json: JSON { .text(description) }
}

extension Subject: JSONValue {
    static var shape: Shape { .subject }
    var json: JSON { .subject(self) }
}

extension ListCount: JSONValue {
    static var shape: Shape { .listCount }
}

extension Optional: JSONValue where Wrapped: JSONValue {
    static var shape: Shape { .maybe(Wrapped.shape) }
    var json: JSON { map(\.json) ?? .null }
}

extension Array: JSONValue where Element: JSONValue {
    static var shape: Shape { .list(Element.shape) }
    var json: JSON { .array(map(\.json)) }
}

extension Urgency: JSONValue {
    static var shape: Shape { .word(allCases.map { "\($0)" }) }
    var json: JSON { .text("\(self)") }
}
