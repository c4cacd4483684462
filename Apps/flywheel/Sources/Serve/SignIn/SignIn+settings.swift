import FlywheelStore
import FlywheelWeb
import HTTPTypes
import People
import WebPages

/// What somebody looks after themselves: sign-ins, tokens, password and second factor.
extension SignIn {
    func ownSettings(in pages: Pages) -> [Route] {
        [
            pages.get("/settings/sessions", for: .signedIn) { try sessionsPageContent($0) },
            pages.post("/settings/sessions/{id}/end", for: .signedIn) { visit in
                let id = SignInID(text: visit.request.parameter("id")) ?? SignInID(0)
                try desk.endSignIn(id, of: try visit.signedIn, from: self.visit(visit.request))
                return .seeOther("/settings/sessions")
            },
            pages.get("/settings/tokens", for: .signedIn) { try tokensPageContent($0) },
            pages.post("/settings/tokens", for: .signedIn) { try makeToken($0) },
            pages.post("/settings/tokens/{id}/revoke", for: .signedIn) { visit in
                let (id, name) = (TokenID(text: visit.request.parameter("id")) ?? TokenID(0), try visit.signedIn)
                try desk.revokeToken(id, of: name, by: Actor(.person, name), from: self.visit(visit.request))
                return .seeOther("/settings/tokens")
            },
            pages.get("/settings/security", for: .signedIn) { try securityPageContent($0) },
            pages.post("/settings/security/password", for: .signedIn, changePassword),
            pages.post("/settings/security/factor", for: .signedIn, addFactor),
            pages.post("/settings/security/factor/remove", for: .signedIn, removeFactor),
        ]
    }

    // MARK: Sign-ins

    private func sessionsPageContent(_ visit: PageVisit) throws -> PageContent {
        let (words, formats) = (visit.words, visit.formats)
        let signIns = try desk.signIns(of: try visit.signedIn)
        let rows = signIns.map { signIn -> DataTable.Row in
            let isOwn = visit.request.viewer?.credential == .session(signIn.id.number)
            let end = Form(
                to: "/settings/sessions/\(signIn.id.description)/end", button: Button(words("people.session.end")),
                isInPlace: false)
            return .init(
                [
                    HTML(text: signIn.agent), HTML(text: signIn.address), HTML(text: formats.near(signIn.began)),
                    HTML(text: formats.near(signIn.lastSeen)), HTML(text: formats.near(signIn.ends)),
                    isOwn ? words("people.session.this") : end.html(for: visit.reader),
                ], isMarked: isOwn)
        }
        let table = DataTable(
            id: "sessions", caption: words("people.sessions.caption", ["count": .count(rows.count)]),
            columns: [
                .init(words("people.session.agent")), .init(words("people.session.from")),
                .init(words("people.session.began")), .init(words("people.session.seen")),
                .init(words("people.session.ends")), .init(words("people.session.end")),
            ], rows: rows, empty: words("people.sessions.none"))
        let leave = Form(to: "/sign-out", button: Button(words("people.signOut"), weight: .main), isInPlace: false)
        return PageContent(
            shell: visit.settings("people.sessions.title", command: "flywheel people sessions"),
            main: "\(visit.settingsDoors)<section>\(table.html)\(leave.html(for: visit.reader))</section>")
    }

    // MARK: Tokens

    private func tokensPageContent(_ visit: PageVisit, _ faults: [Fault] = [], made: IssuedToken? = nil) throws
        -> PageContent
    {
        let (words, formats) = (visit.words, visit.formats)
        let tokens = try desk.tokens(of: try visit.signedIn)
        let rows = tokens.map { token -> DataTable.Row in
            let revoke = Form(
                to: "/settings/tokens/\(token.id.description)/revoke", button: Button(words("people.token.revoke")),
                isInPlace: false)
            return .init([
                HTML(text: token.label), "<code translate=\"no\">\(token.rights.joined(separator: ", "))</code>",
                token.ends.map { HTML(text: formats.day($0)) } ?? words("people.token.noEnd"),
                token.lastUsed.map { HTML(text: formats.near($0)) } ?? words("people.token.unused"),
                revoke.html(for: visit.reader),
            ])
        }
        let table = DataTable(
            id: "tokens", caption: words("people.tokens.caption", ["count": .count(rows.count)]),
            columns: [
                .init(words("people.token.label")), .init(words("people.token.rights")),
                .init(words("people.token.ends")), .init(words("people.token.used")),
                .init(words("people.token.revoke")),
            ], rows: rows, empty: words("people.tokens.none"))
        let rights = Right.allCases.filter(visit.may).map { right in
            Field("right-\(right.rawValue)", label: words("people.right.\(right.rawValue)"), .box)
        }
        let form = visit.section(
            "people.token.new", to: "/settings/tokens",
            fields: [
                Field("label", label: words("people.token.label"), value: visit.field("label"), isRequired: true),
                Field(
                    "days", label: words("people.token.days"), .line(type: "number"),
                    value: visit.request.form["days"] ?? "90", isRequired: true),
            ] + rights, button: "people.token.make", faults: faults)
        let shown: HTML? = made.map { "<section><p>\(words("people.once"))</p>\(visit.secrets([$0.text]))</section>" }
        return PageContent(
            shell: visit.settings("people.tokens.title", command: "flywheel people tokens"),
            main: "\(visit.settingsDoors)\(shown)<section>\(table.html)</section>\(form)")
    }

    private func makeToken(_ visit: PageVisit) throws -> WebReply {
        try visit.answering({ try tokensPageContent(visit, $0) }, at: "label") {
            let name = try visit.signedIn
            let rights = Right.allCases.filter { visit.request.form["right-\($0.rawValue)"] != nil }
            let made = try desk.issueToken(
                visit.field("label"), for: name, rights: Set(rights), days: Int(visit.field("days")) ?? 0,
                by: Actor(.person, name), from: self.visit(visit.request))
            return visit.reply(try tokensPageContent(visit, made: made))
        }
    }

    // MARK: Password and second factor

    func securityPageContent(
        _ visit: PageVisit, _ faults: [Fault] = [], codes: [String] = [], wayOn: String? = nil
    ) throws -> PageContent {
        let words = visit.words
        let name = try visit.signedIn
        let person = try desk.people().first { $0.name == name }
        let old = Field("old", label: words("people.oldPassword"), Self.password, isRequired: true)
        let change = visit.section(
            "people.changePassword", hint: "people.changePassword.hint", to: "/settings/security/password",
            fields: [old, newPasswordField(visit)], button: "people.changePassword", faults: faults)
        let confirm = Field("confirm", label: words("people.oldPassword"), Self.password, isRequired: true)
        var factor: HTML
        if person?.secondFactor != nil {
            factor = visit.section(
                "people.factor", hint: "people.factor.on", to: "/settings/security/factor/remove", fields: [confirm],
                button: "people.factor.remove", faults: faults)
        } else {
            let offered = try desk.offerFactor(to: name)
            let secret = visit.request.form["secret"] ?? offered.secret
            factor = """
                \(visit.section(
                    "people.factor", hint: "people.factor.off", to: "/settings/security/factor",
                    fields: [
                        Field(
                            "secret", label: words("people.factor.secret"), value: secret,
                            hint: words("people.factor.secret.hint"), isRequired: true),
                        Field(
                            "code", label: words("people.code"), .line(autocomplete: "one-time-code"), isRequired: true),
                        confirm,
                    ], button: "people.factor.add", faults: faults))
                """
        }
        let shown: HTML? =
            codes.isEmpty
            ? nil
            : "<section><h2>\(words("people.recovery"))</h2><p>\(words("people.recovery.hint"))</p>\(visit.secrets(codes))</section>"
        let link = provider.map { _ in providerSection(visit, isLinked: person?.identity != nil, faults, wayOn: wayOn) }
        return PageContent(
            shell: visit.settings("people.security.title"),
            main: "\(visit.settingsDoors)\(shown)\(change)\(factor)\(link)")
    }

    private func providerSection(_ visit: PageVisit, isLinked: Bool, _ faults: [Fault], wayOn: String?) -> HTML {
        if let wayOn {
            return """
                <section><h2>\(visit.words("people.provider"))</h2>
                <p><a href="\(wayOn)">\(visit.words("people.provider.wayOn"))</a></p></section>
                """
        }
        let confirm = Field("provider", label: visit.words("people.oldPassword"), Self.password, isRequired: true)
        return isLinked
            ? visit.section(
                "people.provider", hint: "people.provider.on", to: "/settings/security/provider/remove",
                fields: [confirm], button: "people.provider.remove", faults: faults)
            : visit.section(
                "people.provider", hint: "people.provider.off", to: "/settings/security/provider", fields: [confirm],
                button: "people.provider.link", faults: faults)
    }

    private func changePassword(_ visit: PageVisit) throws -> WebReply {
        try visit.answering({ try securityPageContent(visit, $0) }, at: "old") {
            let signedIn = try desk.changePassword(
                of: try visit.signedIn, from: visit.request.form["old"] ?? "",
                to: visit.request.form["password"] ?? "", from: self.visit(visit.request))
            var reply = WebReply.seeOther("/settings/sessions")
            reply.headers[.setCookie] = cookie.keeping(signedIn, at: now())
            return reply
        }
    }

    private func addFactor(_ visit: PageVisit) throws -> WebReply {
        try visit.answering({ try securityPageContent(visit, $0) }, at: "code") {
            let codes = try desk.addFactor(
                visit.field("secret"), code: visit.field("code"), password: visit.request.form["confirm"] ?? "",
                to: try visit.signedIn, from: self.visit(visit.request))
            return visit.reply(try securityPageContent(visit, codes: codes))
        }
    }

    private func removeFactor(_ visit: PageVisit) throws -> WebReply {
        try visit.answering({ try securityPageContent(visit, $0) }, at: "confirm") {
            try desk.removeFactor(
                of: try visit.signedIn, password: visit.request.form["confirm"] ?? "", from: self.visit(visit.request))
            return .seeOther("/settings/security")
        }
    }
}

extension PageVisit {
    /// The name of who has signed in with a browser. A token looks after nothing of its person's: it would outgrow itself.
    var signedIn: String {
        get throws(Problem) {
            let viewer = try viewer
            guard case .session = viewer.credential else {
                throw Problem(.forbidden, "not-allowed", "a token cannot do this", help: "sign in with a browser")
            }
            return viewer.name
        }
    }

    /// The frame of a page of settings.
    func settings(_ title: String, command: String? = nil) -> WebPages.Shell {
        var shell = shell(words.text(title))
        shell.command = command
        return shell
    }

    /// The ways between these pages.
    var settingsDoors: HTML {
        let links = ownSettings.map { "<li><a href=\"\($0.address)\">\(words("\($0.key).title"))</a></li>" as HTML }
        return "<nav class=\"local\" aria-label=\"\(words("people.settings"))\"><ul>\(links)</ul></nav>"
    }

    /// The pages on which somebody looks after their own sign-in, and after others' where they may, with the keys of their words.
    var ownSettings: [(address: Address, key: String)] {
        let letsPeopleIn = may(.administer) && request.viewer?.scope == .all
        let names = ["account", "security", "sessions", "tokens"] + (letsPeopleIn ? ["people"] : [])
        return names.map { ("/settings/\($0)", "people.\($0)") }
    }
}
