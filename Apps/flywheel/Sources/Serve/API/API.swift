import FlywheelWeb
import People

/// The API: the program's commands as operations over HTTP, and what only a server can do.
enum API {
    /// What every address of it begins with.
    static let prefix = "/api/v1"

    /// Its routes.
    ///
    /// - Parameter isStill: whether somebody may still know what they might when they came in.
    static func routes(_ desk: APIDesk, isStill: @escaping @Sendable (Viewer) throws -> Bool) -> [Route] {
        commands.map { $0.route(desk) } + uploads(desk)
            + [bulk(desk), journal(desk), events(desk.house, isStill: isStill)]
    }

    /// The routes that are about the others, whoever brings them.
    static func routes(over routes: [Route], in house: House) -> [Route] {
        let tools = MCP(routes).route { error, _ in Problem(of: error, clock: house.clock) }
        return [tools, description(of: routes + [tools])]
    }

    /// The operations that are commands.
    static let commands =
        queue + exceptions + imports + cases + disputes + listings + learning + webhooks + commitments + articles
        + surroundings
}
