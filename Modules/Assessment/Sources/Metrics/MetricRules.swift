/// The numbers that the definitions of metrics go by. They are ours; a new version says why it changed them.
public struct MetricRules: Hashable, Sendable {
    /// Which numbers these are.
    public let version: Int
    /// Hours in which a problem of tier A is to be claimed: whatever time of day it was seen at, a working day lies in them.
    public let ownHours: Double
    /// Days in which the data are to confirm a close; the same after which the queue calls it unverified.
    public let verifyDays: Double
    /// Days in which a problem that came back counts as a repeat, the short window.
    public let repeatDays: Double
    /// The long window.
    public let longRepeatDays: Double
    /// Hours of one full-time operator's week.
    public let operatorHours: Double

    /// The first version.
    public static let first = MetricRules(
        version: 1, ownHours: 24, verifyDays: 7, repeatDays: 30, longRepeatDays: 90, operatorHours: 40)
}
