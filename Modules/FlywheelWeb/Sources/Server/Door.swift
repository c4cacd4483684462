import HTTPTypes
import Hummingbird
import HummingbirdCore
import NIOCore
import NIOFileSystem
import NIOHTTPTypes
import NIOPosix

/// A route where it is served: takes the body in, and answers on a thread that may block.
struct Door: Sendable {
    let route: Route
    let gate: Gate
    let pool: NIOThreadPool

    func respond(to request: Request, _ context: WebContext) async throws -> Response {
        do {
            guard request.statedLength <= route.bodyLimit else { throw HTTPError(.contentTooLarge) }
            if route.isSpooled || request.asksFirst {
                // Whoever may not come in is told so before anything of theirs is taken.
                let asked = WebRequest(request, context, body: [])
                let refusal = try await pool.runIfActive { gate.refusal(of: asked, at: route) }
                if let refusal { return refusal.response }
            }
            if request.asksFirst { try await context.goOn() }
            return try await route.isSpooled ? spooled(request, context) : held(request, context)
        } catch let error as any HTTPResponseError where error.status == .contentTooLarge {
            return try await refuse(.tooLarge(route.bodyLimit), request, context)
        } catch let error as FormError {
            return try await refuse(Problem(error), request, context)
        }
    }

    private func held(_ request: Request, _ context: WebContext) async throws -> Response {
        var request = request
        let body = try await request.collectBody(upTo: route.bodyLimit)
        return try await answer(WebRequest(request, context, body: Array(buffer: body)))
    }

    private func spooled(_ request: Request, _ context: WebContext) async throws -> Response {
        let asked = WebRequest(request, context, body: [])
        guard route.kind == .page else {
            return try await FileSystem.shared.withTemporaryDirectory { _, folder in
                var asked = asked
                asked.bodyFile = try await file(in: request, to: folder)
                return try await answer(asked)
            }
        }
        guard let reader = MultipartReader(contentType: request.headers[.contentType]) else {
            return try await refuseOtherForm(request, context)
        }
        return try await FileSystem.shared.withTemporaryDirectory { _, folder in
            var asked = asked
            asked.sentForm = try await form(in: request, by: reader, to: folder)
            return try await answer(asked)
        }
    }

    /// A form of another kind than the route takes, which may be anybody's.
    private func refuseOtherForm(_ request: Request, _ context: WebContext) async throws -> Response {
        var request = request
        let body = try await request.collectBody(upTo: Route.usualBodyLimit)
        let asked = WebRequest(request, context, body: Array(buffer: body))
        return try await pool.runIfActive { gate.refuse(Problem(FormError.malformed), form: asked, at: route) }.response
    }

    /// The body as one file.
    private func file(in request: Request, to folder: FilePath) async throws -> String {
        let path = folder.appending("body")
        try await FileSystem.shared.withFileHandle(forWritingAt: path, options: .newFile(replaceExisting: false)) {
            file in
            var writer = file.bufferedWriter()
            try await eachPiece(of: request) { try await writer.write(contentsOf: $0) }
            try await writer.flush()
        }
        return path.string
    }

    /// The body as a form, each of its files as one.
    private func form(in request: Request, by reader: MultipartReader, to folder: FilePath) async throws -> SentForm {
        var spool = FormSpool(reader, into: folder)
        do {
            try await eachPiece(of: request) { try await spool.take($0) }
        } catch {
            try await spool.close()
            throw error
        }
        try await spool.close()
        return try spool.finished()
    }

    private func eachPiece(of request: Request, _ body: (ByteBuffer) async throws -> Void) async throws {
        var size = 0
        for try await piece in request.body {
            size += piece.readableBytes
            guard size <= route.bodyLimit else { throw HTTPError(.contentTooLarge) }
            try await body(piece)
        }
    }

    private func answer(_ request: WebRequest) async throws -> Response {
        try await pool.runIfActive { gate.answer(request, at: route) }.response
    }

    private func refuse(_ problem: Problem, _ request: Request, _ context: WebContext) async throws -> Response {
        let asked = WebRequest(request, context, body: [])
        return try await pool.runIfActive { gate.refuse(problem, asked, at: route) }.response
    }
}

extension Request {
    /// How long its body is said to be; 0 where that will be seen.
    fileprivate var statedLength: Int { headers[.contentLength].flatMap(Int.init) ?? 0 }

    /// Whether its body is sent only when it is known to be wanted (RFC 9110, 10.1.1). Who asks waits a second for the answer.
    fileprivate var asksFirst: Bool { headers[.expect]?.lowercased() == "100-continue" }
}

extension WebContext {
    /// Tells whoever asked first that the body is wanted.
    fileprivate func goOn() async throws {
        try await channel.writeAndFlush(HTTPResponsePart.head(HTTPResponse(status: .continue))).get()
    }
}

extension Problem {
    /// The body is longer than the route takes.
    fileprivate static func tooLarge(_ limit: Int) -> Problem {
        Problem(.contentTooLarge, "too-large", "the body is longer than \(limit) bytes, which is the most here")
    }

    /// A form with files that was not taken.
    fileprivate init(_ error: FormError) {
        switch error {
        case .malformed:
            self.init(.badRequest, "form", "the body is no form with files, expected multipart/form-data")
        case .cut: self.init(.badRequest, "form-cut", "the form broke off before its end; nothing of it was kept")
        case .tooManyFiles:
            self.init(
                .contentTooLarge, "too-many-files", "the form has more than \(FormSpool.mostFiles) files, the most here"
            )
        case .tooLong:
            self.init(
                .contentTooLarge, "too-large",
                "the fields of the form have more than \(Route.usualBodyLimit) bytes, the most here")
        }
    }
}
