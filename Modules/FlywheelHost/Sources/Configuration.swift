import Calendars
import FlywheelKit
public import FlywheelRuntime

/// What a host is told: by its file, and above that by flags.
public struct Configuration: Sendable {
    /// Who acts when no flag says so.
    public var actor: String?
    /// What rotations go by.
    public var rotation: RotationSettings
    /// Who answers for what, and by when.
    public var policy: WorkPolicy
    /// The ids that marketplaces give the accounts' sellers, by account.
    public var sellers: [String: String] = [:]

    /// The configuration of a host that was told nothing: UTC office hours from Monday to Friday, 9 to 17.
    public init() {
        rotation = RotationSettings()
        policy = WorkPolicy(calendar: BusinessCalendar(zone: .utc, week: Self.officeHours))
    }

    /// Reads the text of a configuration file.
    public init(yaml: String, zones: ZoneFiles) throws {
        self.init()
        let file = try ConfigurationFile(yaml: yaml)
        actor = file.actor
        if let code = file.currency {
            guard let currency = Currency(code) else {
                throw ConfigurationError.value(key: "currency", found: code, expected: "three letters such as USD")
            }
            rotation.currency = currency
        }
        if let days = file.horizonDays {
            try Self.check("horizonDays", Double(days), in: 1...90)
            rotation.horizonDays = days
        }
        if let rate = file.feeRate {
            try Self.check("feeRate", rate, in: 0...1)
            rotation.feeRate = Int64((rate * 10_000).rounded(.toNearestOrEven))
        }
        if let days = file.reviewDays {
            try Self.check("reviewDays", days, in: 0...31)
            policy.reviewDays = days
        }
        let hoursToAct = try Self.byMeaning(file.hoursToAct ?? [:], key: "hoursToAct") { name in
            try Self.tier(name, key: "hoursToAct")
        }
        for (tier, (name, hours)) in hoursToAct {
            try Self.check("hoursToAct.\(name)", hours, in: 0...10_000)
            policy.hoursToAct[tier] = hours
        }
        if let calendar = file.calendar { policy.calendar = try Self.calendar(calendar, zones: zones) }
        policy.rules = try (file.owners ?? []).map(Self.rule)
        if let changes = file.changes {
            rotation.changes.liveAccounts = Set(changes.live ?? [])
            if let count = changes.pricesPerDay {
                try Self.check("changes.pricesPerDay", Double(count), in: 0...100)
                rotation.changes.pricesPerDay = count
            }
            sellers = changes.sellers ?? [:]
        }
    }

    private static func rule(_ line: ConfigurationFile.Owner) throws -> WorkPolicy.Rule {
        WorkPolicy.Rule(
            workflows: line.workflow.map { [$0] } ?? [],
            kinds: line.kind.map { [$0] } ?? [],
            marketplaces: line.marketplace.map { [Marketplace.named($0)?.id ?? $0] } ?? [],
            tiers: try line.tier.map { [try tier($0, key: "owners.tier")] } ?? [],
            owner: line.owner)
    }

    private static func tier(_ name: String, key: String) throws -> Tier {
        guard let tier = Tier(rawValue: name.uppercased()) else {
            throw ConfigurationError.value(key: key, found: name, expected: "A, B or C")
        }
        return tier
    }

    /// What was said of each thing, and under which name; a thing that goes by two names at once is refused.
    private static func byMeaning<Meaning: Hashable, Value>(
        _ entries: [String: Value], key: String, _ meaning: (String) throws -> Meaning
    ) throws -> [Meaning: (name: String, value: Value)] {
        var found: [Meaning: (name: String, value: Value)] = [:]
        for (name, value) in entries.sorted(by: { $0.key < $1.key }) {
            if let other = found.updateValue((name, value), forKey: try meaning(name)) {
                throw ConfigurationError.value(
                    key: key, found: "\(other.name), \(name)", expected: "one of these names, not both")
            }
        }
        return found
    }

    private static func check(_ key: String, _ value: Double, in range: ClosedRange<Double>) throws {
        guard range.contains(value) else {
            throw ConfigurationError.value(
                key: key, found: "\(value)", expected: "a number from \(range.lowerBound) to \(range.upperBound)")
        }
    }
}

// MARK: Business hours

extension Configuration {
    private static let weekdays: [(name: String, day: Weekday)] = [
        ("mon", .monday), ("tue", .tuesday), ("wed", .wednesday), ("thu", .thursday), ("fri", .friday),
        ("sat", .saturday), ("sun", .sunday),
    ]

    private static let officeHours: [Weekday: OpeningHours] = {
        guard let hours = try? OpeningHours([9 * 3_600..<17 * 3_600]) else { return [:] }
        return Dictionary(uniqueKeysWithValues: weekdays.prefix(5).map { ($0.day, hours) })
    }()

    private static func calendar(
        _ file: ConfigurationFile.Calendar, zones: ZoneFiles
    ) throws -> BusinessCalendar {
        var zone = TimeZoneTable.utc
        if let name = file.zone {
            guard let found = zones.zone(name) else {
                throw ConfigurationError.value(
                    key: "calendar.zone", found: name, expected: "a zone such as America/Los_Angeles")
            }
            zone = found
        }
        var week = file.hours == nil ? officeHours : [:]
        for (day, (name, text)) in try byMeaning(file.hours ?? [:], key: "calendar.hours", weekday) {
            week[day] = try hours(text, key: "calendar.hours.\(name)")
        }
        var holidays: [CivilDate: OpeningHours] = [:]
        for text in file.holidays ?? [] {
            guard let date = CivilDate(text) else {
                throw ConfigurationError.value(
                    key: "calendar.holidays", found: text, expected: "a day such as 2026-12-25")
            }
            holidays[date] = .closed
        }
        return BusinessCalendar(zone: zone, week: week, holidays: holidays)
    }

    private static func weekday(_ name: String) throws -> Weekday {
        guard let weekday = weekdays.first(where: { [$0.name, "\($0.day)"].contains(name.lowercased()) }) else {
            throw ConfigurationError.value(key: "calendar.hours", found: name, expected: "mon, tue, … sun")
        }
        return weekday.day
    }

    /// Reads `09:00-12:00 13:00-17:00`.
    private static func hours(_ text: String, key: String) throws -> OpeningHours {
        let expected = "spans such as 09:00-12:00 13:00-17:00"
        let spans = try text.split(whereSeparator: { $0 == " " || $0 == "," }).map { span in
            let parts = span.split(separator: "-", omittingEmptySubsequences: false)
            let ends = parts.compactMap(second)
            guard parts.count == 2, ends.count == 2, ends[0] < ends[1] else {
                throw ConfigurationError.value(key: key, found: text, expected: expected)
            }
            return ends[0]..<ends[1]
        }
        do { return try OpeningHours(spans) } catch {
            throw ConfigurationError.value(key: key, found: text, expected: "\(expected): \(error)")
        }
    }

    private static func second(of text: Substring) -> Int? {
        let parts = text.split(separator: ":").compactMap { Int($0) }
        guard parts.count == 2, (0...24).contains(parts[0]), (0..<60).contains(parts[1]) else { return nil }
        return parts[0] * 3_600 + parts[1] * 60
    }
}
