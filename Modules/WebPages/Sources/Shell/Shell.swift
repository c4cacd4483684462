public import FlywheelKit

/// Everything of a page but its own part: the bar, the notices, the footer with the other door, and what a browser needs.
public struct Shell: Sendable {
    /// What stands at the end of the bar on every page of somebody who is signed in.
    public struct Status: Hashable, Sendable {
        /// The name of the person.
        public let person: String
        /// The account shown; `nil` where there are several.
        public let account: String?
        /// The reporting currency; `nil` before it is known.
        public let currency: Currency?
        /// The rotation shown, `R212`; `nil` before the first.
        public let rotation: String?
        /// Whether the person may tell everybody what does not work.
        public let tellsIncidents: Bool

        /// What the bar says.
        public init(
            person: String, account: String?, currency: Currency?, rotation: String?, tellsIncidents: Bool = false
        ) {
            self.person = person
            self.account = account
            self.currency = currency
            self.rotation = rotation
            self.tellsIncidents = tellsIncidents
        }
    }

    /// What has just been done, with the form that takes it back. It stays until the next action: nothing times out.
    public struct Flash: Hashable, Sendable {
        let message: HTML
        let undo: HTML?

        /// - Parameter undo: a ``Form`` with one button; `nil` where it cannot be taken back.
        public init(_ message: HTML, undo: HTML? = nil) {
            self.message = message
            self.undo = undo
        }
    }

    /// The question the page answers, or the name of the thing: the title of the window and the first heading.
    public var title: String
    /// What stands beside the heading: chips, buttons.
    public var beside: HTML = .nothing
    /// The item of the bar that the page belongs to.
    public var door: Door?
    /// Where the page is, with its query: forms in the frame lead back to it.
    public var address: Address
    /// Who is signed in; without it there is no bar.
    public var status: Status?
    /// What the data were made by, "seed 7"; then every page says so.
    public var simulation: String?
    /// What everybody has to know before they read on.
    public var notices: [Notice] = []
    /// What has just been done.
    public var flash: Flash?
    /// What a form did not accept: on top, and in the window's title.
    public var faults: [Fault] = []
    /// The command that prints the same.
    public var command: String?
    /// Where the same is as JSON.
    public var json: Address?
    /// Whether it is a page for everybody: nothing is kept in the browser, so its language is in its address.
    public var isPublic = false
    /// Whether the page changes while it is looked at (`/events`).
    public var isLive = false

    /// A page's frame.
    public init(title: String, door: Door? = nil, address: Address, status: Status? = nil) {
        self.title = title
        self.door = door
        self.address = address
        self.status = status
    }
}
