/// A large value that many hold: copies share one box, so that each costs a reference.
///
/// As a plain field, the outlet's settings gave each type that holds them code that copies some sixty fields: half a
/// megabyte of the stripped program.
@propertyWrapper @usableFromInline package struct Boxed<Value: Sendable>: Sendable {
    @usableFromInline final class Box: Sendable {
        @usableFromInline let value: Value

        @inlinable init(_ value: Value) { self.value = value }
    }

    @usableFromInline var box: Box

    /// A box of its own.
    @inlinable package init(wrappedValue: Value) { box = Box(wrappedValue) }

    /// The value; setting it leaves other copies as they are.
    @inlinable package var wrappedValue: Value {
        get { box.value }
        set { box = Box(newValue) }
    }
}
