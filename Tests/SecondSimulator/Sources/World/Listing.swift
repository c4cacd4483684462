import FlywheelKit

/// One listing as it lives: what it sells, and what is wrong with it.
struct Listing {
    /// What it sells for on an average day, in minor units.
    var revenue: Double
    var tier: Tier
    /// Whether somebody who is heard cares about it.
    var isLoud: Bool
    /// Kinds of problem it has now.
    var broken: Set<Int> = []
}

/// Something that is wrong with a listing, whether anybody knows or not.
struct Fault {
    var listing: Int
    var kind: Int
    /// The place of its cause among those of its kind.
    var cause: Int
    var began: Instant
    /// When it ends, as far as that is settled.
    var ends: Instant?
    /// Whether there is nothing wrong, though it looks so.
    var isFalse: Bool
    /// When a person stumbles over it; `nil` where a stage sees it.
    var stumbledOver: Instant?
    /// When it can first be foreseen.
    var foreseen: Instant?
    /// The row of the queue that stands for it.
    var row: Int?
    /// Whether a close of it lapsed without being checked, so that it surfaces anew.
    var isResurfacing = false
}

/// A place where something was mended, and where it may break again.
struct Wound {
    var listing: Int
    var kind: Int
    var cause: Int
    var since: Int
}
