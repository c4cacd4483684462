import FlywheelKit
import FlywheelStore
import FlywheelWeb
import People
import WebPages

extension Pages {
    /// What is in force, and where each value comes from.
    var settings: [Route] {
        [
            get("/settings") { visit in
                let own = PageIndex(reader: visit.reader, title: "people.settings", pages: visit.ownSettings)
                let house = PageIndex(reader: visit.reader, title: "settings.about", pages: SettingsLinks.pages)
                return PageContent(
                    shell: visit.shell(visit.words.text("settings.title")),
                    main: "<div class=\"columns\">\(house.html)\(own.html)</div>")
            },
            get("/settings/keys") { visit in
                PageContent(
                    shell: visit.shell(visit.words.text("settings.keys.title")),
                    main:
                        "\(SettingsLinks(reader: visit.reader, current: "/settings/keys").html)\(KeysTable(reader: visit.reader).html)"
                )
            },
            post("/settings/changes/{id}/undo", for: .right(.settle)) { try $0.takeBackSetting() },
        ] + SettingsPage.Part.allCases.flatMap(doors)
    }

    private func doors(of part: SettingsPage.Part) -> [Route] {
        [
            get("/settings/\(part.rawValue)") { visit in
                var shell = visit.shell(visit.words.text("settings.\(part.rawValue).title"))
                shell.command = "flywheel doctor"
                let page = SettingsPage(
                    part: part, house: visit.house, reader: visit.reader, isChangeable: visit.maySettle)
                return PageContent(shell: shell, main: page.html)
            },
            get("/settings/\(part.rawValue)/{key}", for: .right(.settle)) { try SettingPage($0, part).content },
            post("/settings/\(part.rawValue)/{key}", for: .right(.settle)) { try SettingPage($0, part).answer() },
        ]
    }
}

extension PageVisit {
    /// Whether who asks may change what holds for all accounts.
    fileprivate var maySettle: Bool { may(.settle) && request.viewer?.scope == .all }

    /// Puts back what a change replaced.
    fileprivate func takeBackSetting() throws -> WebReply {
        guard maySettle else { throw Problem.notAllowed("settle for all accounts") }
        let desk = SettingsDesk(house: pages.house, actor: Actor(.person, person))
        try desk.takeBack(try Session.number(request.parameter("id"), letter: LoopRecord.Kind.setting.letter))
        return try back(
            orTo: "/settings",
            saying: FlashNote(key: "settings.tookBack", arguments: ["id": .text(request.parameter("id"))]))
    }
}
