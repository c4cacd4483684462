import FlywheelWeb
import HTTPTypes

extension WebRequest {
    /// The body, which is one JSON object; an empty body is an empty one.
    func jsonObject() throws(Problem) -> [JSON.Member] {
        guard !body.isEmpty else { return [] }
        let type = headers[.contentType] ?? ""
        guard Self.isJSON(type) else {
            throw Problem(
                .unsupportedMediaType, "media-type",
                "Content-Type is \"\(type)\", expected application/json", place: "header.Content-Type")
        }
        guard case .object(let members) = try json() else {
            throw Problem(.badRequest, "json", "the body is JSON but no object, expected {…}", place: "body")
        }
        return members
    }

    /// The body read strictly.
    func json() throws(Problem) -> JSON {
        do {
            return try JSON(strictly: body)
        } catch {
            throw Problem(.badRequest, "json", "the body is no JSON: \(error)", place: "body")
        }
    }

    /// What pages of other sites can send without asking is none of these.
    private static func isJSON(_ type: String) -> Bool {
        let essence = type.prefix { $0 != ";" }.lowercased()
        return essence == "application/json" || (essence.hasPrefix("application/") && essence.hasSuffix("+json"))
    }
}
