import Foundation
import Testing

#if canImport(FoundationNetworking)
    import FoundationNetworking
#endif

/// `flywheel serve` on a free port, beside a store that other commands of the program work on.
final class ServedProgram {
    let program: Program
    private let run: Program.Run
    /// Where it is, as it says itself.
    let address: String
    /// What it said until then.
    let said: String
    /// The code that lets the first person in.
    let code: String

    /// Serves a store of the invented seller's morning, once it takes connections.
    ///
    /// - Parameters:
    ///   - configuration: what flywheel.yaml says.
    ///   - arguments: flags of `serve`.
    convenience init(_ configuration: String = "", _ arguments: String...) throws {
        try self.init(ProgramTests.opened(), configuration, arguments)
    }

    init(_ program: Program, _ configuration: String = "", _ arguments: [String] = []) throws {
        self.program = program
        if !configuration.isEmpty { try program.folder.write(configuration, to: "flywheel.yaml") }
        run = try program.start(["serve", "--port", "0"] + arguments)
        // Nobody is there yet, so that it says how somebody gets in.
        said = try run.errors { $0.contains(#/counts once:\n  \S+\n/#) }
        address = try #require(said.firstMatch(of: #/Flywheel is at (http:\S+)/#)).1.description
        code = try #require(said.firstMatch(of: #/counts once:\n  (\S+)/#)).1.description
    }

    /// Tells it to end, and says how it did.
    func end() throws -> Program.Outcome {
        run.process.terminate()
        return try run.finish()
    }

    deinit { if run.process.isRunning { run.process.terminate() } }

    /// An API token of somebody with a role, who is let in with it.
    func token(_ name: String, _ role: String, rights: String) throws -> String {
        #expect(try program.run("people", "add", name, "--role", role).exit == 0)
        let issued = try program.run(
            "people", "issue", name, "--label", "test", "--rights", rights, "--format", "json")
        return try #require(try issued.json["secret"].text)
    }
}

/// One who asks it: a browser with cookies, or a program with a token.
final class Asker {
    private let session: URLSession
    private let address: String
    private let token: String?
    /// Of the last page with a form.
    private var formToken = ""

    init(_ server: ServedProgram, token: String? = nil) {
        let configuration = URLSessionConfiguration.ephemeral
        configuration.timeoutIntervalForRequest = 60
        session = URLSession(configuration: configuration)
        address = server.address
        self.token = token
    }

    /// What came back, redirects followed.
    struct Reply {
        let status: Int
        let headers: [String: String]
        let text: String
        var json: JSON { JSON(try? JSONSerialization.jsonObject(with: Data(text.utf8))) }
    }

    func get(_ path: String, _ headers: [String: String] = [:]) async throws -> Reply {
        try await send("GET", path, headers)
    }

    /// Sends a form as the page before had it.
    func post(_ path: String, _ fields: [String: String], _ headers: [String: String] = [:]) async throws -> Reply {
        let form = fields.merging(["form-token": formToken]) { given, _ in given }
        let body = form.map { "\($0)=\($1.addingPercentEncoding(withAllowedCharacters: .alphanumerics) ?? "")" }
        return try await send(
            "POST", path, ["Content-Type": "application/x-www-form-urlencoded"].merging(headers) { $1 },
            body.joined(separator: "&"))
    }

    func send(
        _ method: String, _ path: String, _ headers: [String: String] = [:], _ body: String = ""
    ) async throws -> Reply {
        var request = URLRequest(url: try #require(URL(string: address + path)))
        request.httpMethod = method
        if !body.isEmpty { request.httpBody = Data(body.utf8) }
        if let token { request.setValue("Bearer \(token)", forHTTPHeaderField: "Authorization") }
        for (name, value) in headers { request.setValue(value, forHTTPHeaderField: name) }
        let (data, response) = try await session.data(for: request)
        let http = try #require(response as? HTTPURLResponse)
        let fields = http.allHeaderFields.map {
            (String(describing: $0.key).lowercased(), String(describing: $0.value))
        }
        let text = String(decoding: data, as: UTF8.self)
        if let found = text.firstMatch(of: #/name="form-token" value="([^"]*)"/#) { formToken = String(found.1) }
        return Reply(
            status: http.statusCode, headers: Dictionary(fields, uniquingKeysWith: { $1 }), text: text)
    }
}
