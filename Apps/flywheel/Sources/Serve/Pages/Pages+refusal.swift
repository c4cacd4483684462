import FlywheelWeb
import HTTPTypes
import WebPages

extension Pages {
    /// A refusal as people see it: what is, what follows, and a way on. Whoever has not signed in is sent to do so.
    func refusal(_ problem: Problem, _ request: WebRequest) -> WebReply {
        if problem.status == .unauthorized, request.isSafe {
            return .seeOther(Address("/sign-in", query: [("return", request.address.text)]).text)
        }
        guard let visit = try? PageVisit(request, in: self) else { return problem.reply(request: request.id) }
        var reply = visit.reply(visit.refusal(problem), status: problem.status)
        reply.headers.append(contentsOf: problem.headers)
        return reply
    }
}

extension PageVisit {
    fileprivate func refusal(_ problem: Problem) -> PageContent {
        let (title, help): (String, String?) =
            switch problem.status {
            case .unauthorized: ("trouble.signedOut", "trouble.signedOutHelp")
            case .forbidden where problem.code == SignIn.otherForm.code: ("trouble.refused", "trouble.nothingChanged")
            case .forbidden: ("trouble.notAllowed", "trouble.notAllowedHelp")
            case .notFound: ("trouble.notFound", "trouble.notFoundHelp")
            case _ where problem.status.kind == .serverError: ("trouble.failed", "trouble.failedHelp")
            default: ("trouble.refused", request.isSafe ? nil : "trouble.nothingChanged")
            }
        let follows = help.map { "<p>\(words($0))</p>" as HTML }
        // What a command says of the same stands beside it.
        let detail: HTML = "<p class=\"muted\"><code>\(problem.code)</code>: \(reader.said(problem.detail))</p>"
        // The list that a form stood on, with its filters.
        let back =
            request.isSafe
            ? nil : request.formAddress.map { "<a href=\"\($0)\">\(words("trouble.back"))</a>" as HTML }
        let signIn = Address("/sign-in", query: [("return", (request.formAddress ?? "/today").text)])
        let wayOn: HTML =
            problem.status == .unauthorized
            ? "<a href=\"\(signIn)\">\(words("people.signIn.title"))</a>"
            : back ?? "<a href=\"/queue\">\(words("trouble.toQueue"))</a>"
        return PageContent(
            shell: shell(words.text(title)),
            main: """
                <div data-refused>\(follows)\(detail)
                <p class="muted">\(words("trouble.request", ["id": .text(request.id)]))</p>
                <p>\(wayOn)</p></div>
                """)
    }
}
