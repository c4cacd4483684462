import FlywheelWeb
import HTTPTypes
import People
import WebPages

/// The pages for people: the list of their addresses, and how each is answered.
struct Pages: Sendable {
    let house: House
    /// What proves that a form is the session's own; `nil` where nobody has signed in.
    let formToken: @Sendable (WebRequest) -> String?
    /// What was done for somebody, until the page they are sent to says so.
    let flashes = FlashBoard()

    /// Every address.
    var routes: [Route] {
        frame + today + queue + exception + work + listings + data
            + cases + articles + disputes + desk + plan + wheel + assessments + settings + publishing + help
    }

    /// A page to look at.
    func get(
        _ path: String, for entry: Route.Entry = .right(.look),
        _ content: @escaping @Sendable (PageVisit) throws -> PageContent
    ) -> Route {
        Route(.page, .get, path, for: entry) { request in
            let visit = try PageVisit(request, in: self)
            return visit.reply(try content(visit))
        }
    }

    /// A form to take: answered by where to look next, or by a page that says why not.
    func post(
        _ path: String, for entry: Route.Entry, bodyLimit: Int = Route.usualBodyLimit, isSpooled: Bool = false,
        _ change: @escaping @Sendable (PageVisit) throws -> WebReply
    ) -> Route {
        Route(.page, .post, path, for: entry, bodyLimit: bodyLimit, isSpooled: isSpooled) { request in
            try change(try PageVisit(request, in: self))
        }
    }
}
