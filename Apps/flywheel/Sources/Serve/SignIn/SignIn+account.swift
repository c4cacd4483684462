import Calendars
import FlywheelStore
import FlywheelWeb
import Foundation
import HTTPTypes
import People
import WebPages

/// How somebody wants their pages: what they are called, the language, whose figures, and which time zone.
extension SignIn {
    func accountDoors(in pages: Pages) -> [Route] {
        [
            pages.get("/settings/account", for: .signedIn) { try accountPage(of: $0) },
            pages.post("/settings/account", for: .signedIn) { try keepAccount($0) },
        ]
    }

    private func accountPage(of visit: PageVisit, _ faults: [Fault] = []) throws -> PageContent {
        let words = visit.words
        let name = try visit.signedIn
        let person = try desk.people().first { $0.name == name }
        let chosen = person?.preferences ?? Preferences()
        func value(_ field: String, _ kept: String) -> String { visit.request.form[field] ?? kept }
        let locales = PageLocale.offered.map { (value: $0.tag, label: $0.ownName) }
        let house = words.text("people.account.houseZone", ["zone": .text(visit.house.clock.zone.identifier)])
        let zones = [(value: "", label: house)] + Self.zones.map { (value: $0, label: $0) }
        let form = visit.section(
            hint: "people.account.hint", to: "/settings/account",
            fields: [
                Field("display", label: words("people.display"), value: value("display", person?.displayName ?? "")),
                Field(
                    "locale", label: words("people.account.language"),
                    .choice([(value: "", label: words.text("people.account.browser"))] + locales),
                    value: value("locale", chosen.locale)),
                Field(
                    "figures", label: words("people.account.figures"),
                    .choice([(value: "", label: words.text("people.account.sameAsLanguage"))] + locales),
                    value: value("figures", chosen.figures), hint: words("people.account.figuresHint")),
                Field(
                    "zone", label: words("people.account.zone"), .choice(zones), value: value("zone", chosen.zone),
                    hint: words("people.account.zoneHint")),
            ], button: "people.account.keep", faults: faults)
        return PageContent(shell: visit.settings("people.account.title"), main: "\(visit.settingsDoors)\(form)")
    }

    private static let zones = TimeZone.knownTimeZoneIdentifiers.filter { $0.contains("/") || $0 == "UTC" }.sorted()

    private func keepAccount(_ visit: PageVisit) throws -> WebReply {
        let name = try visit.signedIn
        let wanted = Preferences(
            locale: visit.field("locale"), figures: visit.field("figures"), zone: visit.field("zone"))
        let tags = Set(PageLocale.offered.map(\.tag) + [""])
        let known = [
            ("locale", tags.contains(wanted.locale)), ("figures", tags.contains(wanted.figures)),
            ("zone", wanted.zone.isEmpty || Self.zones.contains(wanted.zone)),
        ]
        let display = String(visit.field("display").prefix(100))
        let faults = known.filter { !$0.1 }.map { Fault(field: $0.0, visit.words("people.fault.choice")) }
        guard faults.isEmpty else {
            return visit.reply(try accountPage(of: visit, faults), status: .unprocessableContent)
        }
        return try visit.answering({ try accountPage(of: visit, $0) }, at: "display") {
            _ = try desk.change(
                name, displayName: display.isEmpty ? name : display, preferences: wanted, by: Actor(.person, name),
                from: self.visit(visit.request))
            visit.pages.flashes.pin(FlashNote(key: "people.account.kept"), for: try visit.viewer)
            return .seeOther("/settings/account")
        }
    }
}
