import FlywheelHost
import FlywheelStore
import FlywheelWeb
import HTTPTypes
import People
import WebPages

/// Letting people in and keeping them out.
extension SignIn {
    func peopleSettings(in pages: Pages) -> [Route] {
        [
            get("/settings/people", in: pages) { try peoplePageContent($0) },
            post("/settings/people", in: pages) { try add($0) },
            get("/settings/people/{name}", in: pages) { try personPageContent($0) },
            post("/settings/people/{name}/role", in: pages) { visit in
                try change(visit) { name, actor, from in
                    guard let role = Role(rawValue: visit.field("role")) else { throw PeopleError.unknown("role") }
                    _ = try desk.change(name, role: role, scope: visit.scope, by: actor, from: from)
                }
            },
            post("/settings/people/{name}/disable", in: pages) { visit in
                try change(visit) { _ = try desk.disable($0, by: $1, from: $2) }
            },
            post("/settings/people/{name}/enable", in: pages) { visit in
                try change(visit) { _ = try desk.enable($0, by: $1, from: $2) }
            },
            post("/settings/people/{name}/factor", in: pages) { visit in
                try change(visit) { try desk.resetFactor(of: $0, by: $1, from: $2) }
            },
            post("/settings/people/{name}/invitation", in: pages) { visit in
                try visit.answering({ try personPageContent(visit, $0) }, at: "role") {
                    let name = visit.request.parameter("name")
                    let invitation = try desk.invite(name, by: visit.actor, from: self.visit(visit.request))
                    return visit.reply(try personPageContent(visit, code: invitation.code))
                }
            },
        ]
    }

    /// A page for whoever may administer, of all accounts.
    private func get(
        _ path: String, in pages: Pages, _ content: @escaping @Sendable (PageVisit) throws -> PageContent
    ) -> Route {
        pages.get(path, for: .right(.administer)) { visit in
            try requireWhole(visit.request.viewer)
            return try content(visit)
        }
    }

    /// A form of theirs.
    private func post(
        _ path: String, in pages: Pages, _ change: @escaping @Sendable (PageVisit) throws -> WebReply
    ) -> Route {
        pages.post(path, for: .right(.administer)) { visit in
            try requireWhole(visit.request.viewer)
            return try change(visit)
        }
    }

    private func peoplePageContent(_ visit: PageVisit, _ faults: [Fault] = []) throws -> PageContent {
        let words = visit.words
        let people = try desk.people()
        let rows = people.map { person -> DataTable.Row in
            .init([
                "<a href=\"\("/settings/people/\(person.name)" as Address)\"><bdi>\(person.name)</bdi></a>",
                "<bdi>\(person.displayName)</bdi>",
                person.disabled == nil ? words("people.role.\(person.role)") : words("people.disabled"),
                person.accounts.map { "<bdi>\($0.joined(separator: ", "))</bdi>" } ?? words("people.accounts.all"),
            ])
        }
        let table = DataTable(
            id: "people", caption: words("people.people.caption", ["count": .count(rows.count)]),
            columns: [
                .init(words("people.name")), .init(words("people.display")),
                .init(words("people.role")), .init(words("people.accounts")),
            ], rows: rows, empty: words("people.signIn.nobody", ["setUp": .text("")]))
        let form = visit.section(
            "people.add", to: "/settings/people",
            fields: [
                Field(
                    "name", label: words("people.name"), value: visit.field("name"),
                    hint: words("people.name.hint"), isRequired: true),
                Field("display", label: words("people.display"), value: visit.field("display")),
                roleField(visit, chosen: visit.request.form["role"] ?? Role.viewer.rawValue),
            ] + scopeFields(visit, nil), button: "people.add", faults: faults)
        return PageContent(
            shell: visit.settings("people.people.title", command: "flywheel people"),
            main: "\(visit.settingsDoors)<section>\(table.html)</section>\(form)")
    }

    private func add(_ visit: PageVisit) throws -> WebReply {
        try visit.answering({ try peoplePageContent(visit, $0) }, at: "name") {
            guard let role = Role(rawValue: visit.field("role")) else { throw PeopleError.unknown("role") }
            let from = self.visit(visit.request)
            let person = try desk.add(
                visit.field("name"), displayName: visit.field("display"), role: role, scope: visit.scope,
                by: visit.actor, from: from)
            let invitation = try desk.invite(person.name, by: visit.actor, from: from)
            return visit.reply(try personPageContent(visit, of: person.name, code: invitation.code))
        }
    }

    private func personPageContent(
        _ visit: PageVisit, _ faults: [Fault] = [], of name: String? = nil, code: String? = nil
    ) throws -> PageContent {
        let words = visit.words
        let name = name ?? visit.request.parameter("name")
        guard let person = try desk.people().first(where: { $0.name == name }) else { throw PeopleError.nobody(name) }
        let shown: HTML? = code.map {
            "<section><h2>\(words("people.invitation.code"))</h2><p>\(words("people.invitation.give"))</p>\(visit.secrets([$0]))</section>"
        }
        let role = visit.section(
            "people.role", hint: "people.role.hint", to: "/settings/people/\(name)/role",
            fields: [roleField(visit, chosen: person.role)] + scopeFields(visit, person.accounts),
            button: "people.role.change", faults: faults)
        let acts: [(Address, String)] =
            [("/settings/people/\(name)/invitation", "people.invite")]
            + (person.secondFactor == nil ? [] : [("/settings/people/\(name)/factor", "people.factor.reset")])
            + [
                person.disabled == nil
                    ? ("/settings/people/\(name)/disable", "people.disable")
                    : ("/settings/people/\(name)/enable", "people.enable")
            ]
        let buttons = acts.map { Form(to: $0.0, button: Button(words($0.1)), isInPlace: false).html(for: visit.reader) }
        var shell = visit.settings("people.people.title", command: "flywheel people log \(name)")
        shell.title = person.displayName
        shell.notices = try notices(on: person, visit)
        return PageContent(
            shell: shell, main: "\(visit.settingsDoors)\(shown)\(role)<section class=\"acts\">\(buttons)</section>")
    }

    /// What is to be said of somebody: accounts that nobody knows, and what is still theirs though they are kept out.
    private func notices(on person: PersonRecord, _ visit: PageVisit) throws -> [Notice] {
        let store = visit.house.host.store
        var notices: [Notice] = []
        let unknown = try store.unknownAccounts(person.accounts)
        if !unknown.isEmpty {
            let names = unknown.map { "<bdi>\($0)</bdi>" as HTML }.joined(by: ", ")
            notices.append(Notice(.warning, visit.words("people.accounts.unknown", ["names": .html(names)])))
        }
        let held = person.disabled == nil ? [] : try Holdings(of: person.name, in: store)[person.name]
        if !held.isEmpty {
            let command: HTML = "<code>flywheel people hand \(person.name) --to NAME</code>"
            notices.append(
                Notice(
                    .warning,
                    visit.words(
                        "people.holds",
                        [
                            "name": .html("<bdi>\(person.name)</bdi>"),
                            "rows": .count(held.count - held.count(.case)), "cases": .count(held.count(.case)),
                            "command": .html(command),
                        ])))
        }
        return notices
    }

    /// Changes the person of the address, and goes back to them.
    private func change(
        _ visit: PageVisit, _ work: (String, Actor, Visit) throws -> Void
    ) throws -> WebReply {
        try visit.answering({ try personPageContent(visit, $0) }, at: "role") {
            let name = visit.request.parameter("name")
            try work(name, visit.actor, self.visit(visit.request))
            return .seeOther(("/settings/people/\(name)" as Address).text)
        }
    }

    private func roleField(_ visit: PageVisit, chosen: String) -> Field {
        let roles = Role.allCases.map { ($0.rawValue, visit.words.text("people.role.\($0.rawValue)")) }
        return Field("role", label: visit.words("people.role"), .choice(roles), value: chosen, isRequired: true)
    }

    /// Whether all accounts exist for somebody or some, and which: an empty list is neither.
    private func scopeFields(_ visit: PageVisit, _ accounts: [String]?) -> [Field] {
        [
            Field(
                "scope", label: visit.words("people.accounts"),
                .choice([
                    ("all", visit.words.text("people.accounts.all")),
                    ("some", visit.words.text("people.accounts.some")),
                ]), value: visit.request.form["scope"] ?? (accounts == nil ? "all" : "some"), isRequired: true),
            Field(
                "accounts", label: visit.words("people.accounts.some"),
                value: visit.request.form["accounts"] ?? accounts?.joined(separator: ", ") ?? "",
                hint: visit.words("people.accounts.hint")),
        ]
    }
}

extension PageVisit {
    /// Who acts, as the journal names them.
    fileprivate var actor: Actor { Actor(.person, person) }

    /// The accounts that a form chooses.
    fileprivate var scope: AccountScope {
        field("scope") == "all" ? .all : AccountScope(named: field("accounts").split(separator: ","))
    }
}
