import Assessment
import Calendars
import CaseDesk
import Cases
import FlywheelHost
import FlywheelKit
import FlywheelRuntime
import FlywheelStore
import WebPages

/// The values that are in force, in words, each with the key of `flywheel.yaml` that sets it.
struct SettingsValues {
    let house: House
    let reader: Reader

    private var desk: DeskSettings { house.rules.settings }
    private var configuration: Configuration { house.host.configuration }
    private var phrases: Phrases { reader.phrases }

    func values(of part: SettingsPage.Part) -> [SettingsPage.Value] {
        switch part {
        case .routing: routing
        case .calendars: calendars
        case .sla: promises
        case .policies: policies
        }
    }

    private func value(_ key: String..., says value: HTML) -> SettingsPage.Value { .init(key: key, value: value) }

    private func list(_ items: [HTML]) -> HTML {
        items.isEmpty ? phrases("settings.nothing") : items.joined(by: "<br>")
    }

    private func code(_ text: String) -> HTML { "<span translate=\"no\">\(text)</span>" }

    private func names(_ names: some Sequence<String>) -> String { names.sorted().joined(separator: ", ") }

    private var routing: [SettingsPage.Value] {
        [
            value("owners", says: list(configuration.policy.rules.map { "<bdi>\($0.owner)</bdi>: \(scope(of: $0))" })),
            value("cases", "levels", says: "\(desk.levels.joined(separator: ", "))"),
            value("cases", "people", says: list(desk.people.map(person))),
            value("cases", "routing", says: list(desk.routingRules.map(rule))),
            value("cases", "side", says: reader.phrases("cases.side.\(desk.side.rawValue.camelCased)")),
        ]
    }

    private func scope(of rule: WorkPolicy.Rule) -> HTML {
        let parts = [
            names(rule.workflows), names(rule.kinds), names(rule.accounts), names(rule.marketplaces),
            names(rule.tiers.map(\.rawValue)),
        ]
        let words = parts.filter { !$0.isEmpty }
        return words.isEmpty ? phrases("settings.everything") : "\(words.joined(separator: "; "))"
    }

    private func person(_ person: DeskPerson) -> HTML {
        let parts = [names(person.languages), names(person.skills), names(person.groups)].filter { !$0.isEmpty }
        let cap = phrases("settings.cap", ["count": .count(person.cap)])
        return "<bdi>\(person.name)</bdi>: \((parts.map { "\($0)" as HTML } + [cap]).joined(by: "; "))"
    }

    private func rule(_ rule: RoutingRule) -> HTML {
        let needs = [rule.group, names(rule.skills)].compactMap(\.self).filter { !$0.isEmpty }
        return "<span translate=\"no\">\(rule.id)</span>: \(needs.joined(separator: "; "))"
    }

    private var calendars: [SettingsPage.Value] {
        [
            value("calendar", says: "\(configuration.policy.calendar.zone.identifier)"),
            value(
                "cases", "calendars",
                says: list(
                    desk.calendars.sorted { $0.key < $1.key }.map { name, calendar in
                        "<span translate=\"no\">\(name)</span>: \(calendar.zone.identifier)"
                    })),
            value(
                "cases", "sendingHours",
                says: desk.sendingHours.map { "\($0.zone.identifier)" } ?? phrases("settings.anyTime")),
        ]
    }

    private var promises: [SettingsPage.Value] {
        let tiers = configuration.policy.hoursToAct.sorted { $0.key < $1.key }.map { tier, hours -> HTML in
            "\(tier.rawValue.uppercased()): \(reader.formats.elapsed(Int64(hours * 3_600)))"
        }
        return [
            value("hoursToAct", says: list(tiers)),
            value("cases", "promises", says: list(desk.promiseRules.map(promise))),
        ]
    }

    private func promise(_ rule: PromiseRule) -> HTML {
        let promise = rule.promise
        let clocks: [(ClockReading.Kind, Int64?)] = [
            (.firstResponse, promise.firstResponse), (.update, promise.update), (.resolution, promise.resolution),
        ]
        let parts = clocks.compactMap { kind, seconds in
            seconds.map {
                "\(reader.phrases("cases.clock.kind.\(kind.rawValue.camelCased)")) \(reader.formats.elapsed($0))"
                    as HTML
            }
        }
        return "<span translate=\"no\">\(promise.id)</span> (\(promise.calendar)): \(parts.joined(by: ", "))"
    }

    private var policies: [SettingsPage.Value] {
        let rotation = configuration.rotation
        return [
            value("currency", says: rotation.currency.map { "\($0.code)" } ?? phrases("settings.nothing")),
            value("horizonDays", says: phrases("settings.days", ["count": .count(rotation.horizonDays)])),
            value(
                "reviewDays",
                says: "\(reader.formats.elapsed(Int64(configuration.policy.reviewDays * 86_400)))"),
            value("knobs", says: list(house.host.plan.stages.flatMap(\.setKnobsInWords).map(code))),
            value(
                "changes", "live",
                says: rotation.changes.liveAccounts.isEmpty
                    ? phrases("plan.testMode") : "\(names(rotation.changes.liveAccounts))"),
            value(
                "cases", "automation",
                says: list(desk.automation.intents.sorted().map(code))),
            value("cases", "rights", says: "\(desk.rights.version)"),
            value(
                "cases", "retention",
                says: list(
                    desk.retention.days.sorted { $0.key < $1.key }.map { kind, days in
                        "<span translate=\"no\">\(kind)</span>: \(phrases("settings.days", ["count": .count(days)]))"
                    })),
            value(
                "cases", "masking",
                says: list(
                    desk.masking.hidden.sorted { $0.key < $1.key }.map { role, fields in
                        "<span translate=\"no\">\(role): \(names(fields.map(\.rawValue)))</span>"
                    })),
            value("metrics", "targets", says: phrases("settings.targets")),
            value("assessment", says: "\(house.model.id) \(reader.formats.number(house.model.version))"),
        ]
    }
}
