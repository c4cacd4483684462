public import FlywheelKit

/// A root cause that people closed exceptions of a workflow with.
public struct UsedCause: Hashable, Sendable {
    /// The workflow's id.
    public let workflow: String
    /// The cause, as it was said.
    public let cause: String
    /// How many closes name it, those that the data have not judged yet among them. Groups are left out.
    public let count: Int
    /// When the last of them was.
    public let last: Instant

    /// A cause and its closes.
    public init(workflow: String, cause: String, count: Int, last: Instant) {
        self.workflow = workflow
        self.cause = cause
        self.count = count
        self.last = last
    }
}
