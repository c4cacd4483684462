import FlywheelWeb
import HTTPTypes
import People
import WebPages

/// Coming in: by password, code, invitation or identity provider; and going.
extension SignIn {
    func doors(in pages: Pages) -> [Route] {
        [
            pages.get("/sign-in", for: .everyone) { try signInPageContent($0) },
            pages.post("/sign-in", for: .everyone, bodyLimit: Self.formLimit, takePassword),
            pages.get("/sign-in/code", for: .everyone) { codePageContent($0) },
            pages.post("/sign-in/code", for: .everyone, bodyLimit: Self.formLimit, takeCode),
            pages.post("/sign-out", for: .everyone, bodyLimit: Self.formLimit, takeLeave),
            pages.get("/setup", for: .everyone) { setUpPageContent($0) },
            pages.post("/setup", for: .everyone, bodyLimit: Self.formLimit, takeSetUp),
            pages.get("/invitation", for: .everyone) { invitationPageContent($0) },
            pages.post("/invitation", for: .everyone, bodyLimit: Self.formLimit, takeInvitation),
        ]
    }

    /// The most bytes of a form here: names and passwords are short.
    static let formLimit = 16 * 1_024

    static let password = Field.Kind.line(type: "password", autocomplete: "current-password")
    static let newPassword = Field.Kind.line(type: "password", autocomplete: "new-password")

    // MARK: Password and code

    private func signInPageContent(_ visit: PageVisit, _ faults: [Fault] = []) throws -> PageContent {
        var shell = visit.shell(visit.words.text("people.signIn.title"))
        if try desk.people().isEmpty {
            let link: HTML = "<a href=\"/setup\">\(visit.words("people.setUp.title"))</a>"
            shell.notices = [Notice(.information, visit.words("people.signIn.nobody", ["setUp": .html(link)]))]
        }
        let form = visit.section(
            to: "/sign-in",
            fields: [
                Field(
                    "name", label: visit.words("people.name"), .line(autocomplete: "username"),
                    value: visit.field("name"), isRequired: true),
                Field("password", label: visit.words("people.password"), Self.password, isRequired: true),
            ], button: "people.signIn.button", faults: faults, hidden: ["return": visit.wayOn])
        let byProvider: HTML? =
            provider == nil ? nil : "<p><a href=\"/oidc/start\">\(visit.words("people.signIn.provider"))</a></p>"
        let invited: HTML = "<p><a href=\"/invitation\">\(visit.words("people.signIn.invited"))</a></p>"
        return PageContent(shell: shell, main: form + (byProvider ?? .nothing) + invited)
    }

    private func takePassword(_ visit: PageVisit) throws -> WebReply {
        try visit.answering({ try signInPageContent(visit, $0) }, at: "password") {
            let signedIn = try desk.signIn(
                visit.field("name"), password: visit.request.form["password"] ?? "", from: self.visit(visit.request),
                replacing: cookie.reference(in: visit.request))
            return opened(signedIn, visit)
        }
    }

    private func codePageContent(_ visit: PageVisit, _ faults: [Fault] = []) -> PageContent {
        let form = visit.section(
            hint: "people.code.hint", to: "/sign-in/code",
            fields: [
                Field(
                    "code", label: visit.words("people.code"), .line(autocomplete: "one-time-code"), isRequired: true)
            ], button: "people.signIn.button", faults: faults, hidden: ["return": visit.wayOn])
        return PageContent(shell: visit.shell(visit.words.text("people.code.title")), main: form)
    }

    private func takeCode(_ visit: PageVisit) throws -> WebReply {
        try visit.answering({ codePageContent(visit, $0) }, at: "code") {
            let signedIn = try desk.signIn(
                cookie.reference(in: visit.request) ?? "", code: visit.field("code"), from: self.visit(visit.request))
            return opened(signedIn, visit)
        }
    }

    private func takeLeave(_ visit: PageVisit) throws -> WebReply {
        if let reference = cookie.reference(in: visit.request) {
            try desk.signOut(reference, from: self.visit(visit.request))
        }
        var reply = WebReply.seeOther("/sign-in")
        reply.headers[.setCookie] = cookie.forgetting
        return reply
    }

    /// To where somebody wanted to go, or to the code that is still to be shown, with the new reference.
    func opened(_ signedIn: SignedIn, _ visit: PageVisit) -> WebReply {
        let way = Address(returning: visit.wayOn) ?? "/today"
        let next = signedIn.needsCode ? Address("/sign-in/code", query: [("return", way.text)]) : way
        var reply = WebReply.seeOther(next.text)
        reply.headers[.setCookie] = cookie.keeping(signedIn, at: now())
        return reply
    }

    // MARK: For the first time

    private func setUpPageContent(_ visit: PageVisit, _ faults: [Fault] = []) -> PageContent {
        let form = visit.section(
            hint: "people.setUp.hint", to: "/setup",
            fields: [
                Field("code", label: visit.words("people.setUp.code"), isRequired: true),
                Field(
                    "name", label: visit.words("people.name"), .line(autocomplete: "username"),
                    value: visit.field("name"), hint: visit.words("people.name.hint"), isRequired: true),
                Field("display", label: visit.words("people.display"), value: visit.field("display")),
                newPasswordField(visit),
            ], button: "people.setUp.button", faults: faults)
        return PageContent(shell: visit.shell(visit.words.text("people.setUp.title")), main: form)
    }

    private func takeSetUp(_ visit: PageVisit) throws -> WebReply {
        try visit.answering({ setUpPageContent(visit, $0) }, at: "code") {
            let signedIn = try desk.setUp(
                visit.field("code"), name: visit.field("name"), displayName: visit.field("display"),
                password: visit.request.form["password"] ?? "", from: self.visit(visit.request))
            return opened(signedIn, visit)
        }
    }

    private func invitationPageContent(_ visit: PageVisit, _ faults: [Fault] = []) -> PageContent {
        let form = visit.section(
            hint: "people.invitation.hint", to: "/invitation",
            fields: [
                Field("code", label: visit.words("people.invitation.code"), isRequired: true), newPasswordField(visit),
            ], button: "people.invitation.button", faults: faults)
        return PageContent(shell: visit.shell(visit.words.text("people.invitation.title")), main: form)
    }

    private func takeInvitation(_ visit: PageVisit) throws -> WebReply {
        try visit.answering({ invitationPageContent(visit, $0) }, at: "code") {
            let signedIn = try desk.accept(
                visit.field("code"), password: visit.request.form["password"] ?? "", from: self.visit(visit.request))
            return opened(signedIn, visit)
        }
    }

    func newPasswordField(_ visit: PageVisit) -> Field {
        Field(
            "password", label: visit.words("people.newPassword"), Self.newPassword,
            hint: visit.words("people.newPassword.hint"), isRequired: true)
    }
}

extension PageVisit {
    /// Where somebody wanted to go before they had to sign in.
    var wayOn: String { request.form["return"] ?? request.query["return"] ?? "" }
}
