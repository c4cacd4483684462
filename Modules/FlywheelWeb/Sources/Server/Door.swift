import HTTPTypes
import Hummingbird
import HummingbirdCore
import NIOCore
import NIOFileSystem
import NIOPosix

/// A route where it is served: takes the body in, and answers on a thread that may block.
struct Door: Sendable {
    let route: Route
    let gate: Gate
    let pool: NIOThreadPool

    func respond(to request: Request, _ context: WebContext) async throws -> Response {
        do {
            return try await route.isSpooled ? spooled(request, context) : held(request, context)
        } catch let error as HTTPError where error.status == .contentTooLarge {
            let problem = Problem(
                .contentTooLarge, "too-large",
                "the body is longer than \(route.bodyLimit) bytes, which is the most here")
            return problem.reply(request: context.id).response
        }
    }

    private func held(_ request: Request, _ context: WebContext) async throws -> Response {
        var request = request
        let body = try await request.collectBody(upTo: route.bodyLimit)
        return try await answer(WebRequest(request, context, body: Array(buffer: body)))
    }

    /// Whoever may not come in is told so before anything of theirs is taken.
    private func spooled(_ request: Request, _ context: WebContext) async throws -> Response {
        let asked = WebRequest(request, context, body: [])
        if let refusal = try await pool.runIfActive({ gate.refusal(of: asked, at: route) }) { return refusal.response }
        return try await FileSystem.shared.withTemporaryDirectory { _, folder in
            let path = folder.appending("body")
            try await FileSystem.shared.withFileHandle(forWritingAt: path, options: .newFile(replaceExisting: false)) {
                file in
                var writer = file.bufferedWriter()
                var size = 0
                for try await piece in request.body {
                    size += piece.readableBytes
                    guard size <= route.bodyLimit else { throw HTTPError(.contentTooLarge) }
                    try await writer.write(contentsOf: piece)
                }
                try await writer.flush()
            }
            var asked = asked
            asked.bodyFile = path.string
            return try await answer(asked)
        }
    }

    private func answer(_ request: WebRequest) async throws -> Response {
        try await pool.runIfActive { gate.answer(request, at: route) }.response
    }
}
