#pragma once

#include <cstddef>
#include <new>
#include <vector>

namespace rbm::cpu {

/// Allocates whole cache lines, so that no row of weights lies across two.
template <typename T>
struct AlignedAllocator {
    using value_type = T;
    static constexpr std::align_val_t kLine{64};

    AlignedAllocator() = default;
    template <typename U>
    explicit constexpr AlignedAllocator(const AlignedAllocator<U> &) noexcept {}

    T *allocate(std::size_t n) { return static_cast<T *>(::operator new(n * sizeof(T), kLine)); }
    void deallocate(T *p, std::size_t) noexcept { ::operator delete(p, kLine); }
    bool operator==(const AlignedAllocator &) const { return true; }
};

template <typename T>
using AlignedVector = std::vector<T, AlignedAllocator<T>>;

} // namespace rbm::cpu
