#pragma once

#include "engine/base/error.h"

#include <cublas_v2.h>
#include <cuda_runtime.h>

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <utility>
#include <vector>

namespace rbm::cuda {

/// A product of row-major float matrices: C = alpha op(A) op(B) + beta C.
struct Product {
    const float *a = nullptr;
    bool transposeA = false;
    const float *b = nullptr;
    bool transposeB = false;
    float *c = nullptr;
    std::size_t rows = 0;    ///< of C
    std::size_t columns = 0; ///< of C
    std::size_t inner = 0;   ///< terms of each sum
    float alpha = 1;
    float beta = 0;
};

/// One card with a stream of its own and cuBLAS. All work goes to that stream, in
/// order; a second Device of the same card is a second stream, which knows nothing of the first
/// but by waitFor(). Every failure throws DeviceError, which names the call and the card.
class Device {
public:
    /// Of two streams that want the card at the same time, `first` says which is served first.
    enum class Turn { First, Second };

    /// Throws DeviceError where there is no such card or it is too old.
    explicit Device(int id, Turn turn = Turn::First);
    ~Device();
    Device(const Device &) = delete;
    Device &operator=(const Device &) = delete;

    /// Makes the card the calling thread's; before any other call from a new thread.
    void use() const;
    /// Waits for all work; faults of kernels come to light here.
    void synchronise() const;
    /// What comes next on this stream comes after what was queued on the other's so far. In a
    /// capture of the other's stream, this one joins it.
    void waitFor(const Device &other) const;
    /// Of float32, not TF32: states are exact and weights lose nothing.
    void multiply(const Product &product) const;

    int id() const { return m_id; }
    const std::string &name() const { return m_name; }
    std::size_t memory() const { return m_memory; } ///< bytes
    std::size_t multiprocessors() const { return m_multiprocessors; }
    /// Bytes of shared memory that each block of a cluster can have to itself; 0 where the card
    /// knows no clusters. These came with Hopper, but some newer cards have less memory.
    std::size_t clusterMemory() const { return m_clusterMemory; }
    cudaStream_t stream() const { return m_stream; }
    void check(cudaError_t error, const char *call) const;
    void check(cublasStatus_t status, const char *call) const;
    [[noreturn]] void fail(const std::string &call, const std::string &reason) const;

private:
    Sentence failure(const std::string &call, const std::string &reason) const;
    void makeStream(Turn turn);
    void release();

    int m_id;
    std::string m_name;
    std::size_t m_memory = 0;
    std::size_t m_multiprocessors = 0;
    std::size_t m_clusterMemory = 0;
    cudaStream_t m_stream = nullptr;
    cudaEvent_t m_reached = nullptr; ///< for those that wait for this stream
    cublasHandle_t m_products = nullptr;
    void *m_workspace = nullptr; ///< of cuBLAS: products in a captured graph need a fixed one
};

/// The card has no room for what was asked of it.
class OutOfMemory final : public DeviceError {
public:
    using DeviceError::DeviceError;
};

/// "81559 MiB of memory".
std::string describeMemory(std::size_t bytes);

/// Waits until `values` were read.
template <typename T>
void upload(const Device &device, std::span<const T> values, T *to) {
    if (!values.empty()) {
        device.check(cudaMemcpyAsync(to, values.data(), values.size_bytes(), cudaMemcpyHostToDevice,
                                     device.stream()),
                     "cudaMemcpyAsync to the card");
        device.synchronise();
    }
}

/// Page-locked memory of the host, which the card reads and writes by itself. Not initialised.
class PageLocked {
public:
    PageLocked() = default;
    ~PageLocked() { cudaFreeHost(m_data); }
    PageLocked(const PageLocked &) = delete;
    PageLocked &operator=(const PageLocked &) = delete;

    /// Makes it hold at least `bytes`; its contents are lost where it grows.
    void reserve(const Device &device, std::size_t bytes);
    std::uint8_t *data() const { return static_cast<std::uint8_t *>(m_data); }

private:
    void *m_data = nullptr;
    std::size_t m_bytes = 0;
};

/// An array on the card, not initialised. Must not outlive its device.
template <typename T>
class DeviceArray {
public:
    DeviceArray() = default;
    DeviceArray(const Device &device, std::size_t size) : m_device(&device), m_size(size) {
        if (size > 0) {
            void *data = nullptr;
            const std::size_t bytes = size * sizeof(T);
            device.check(cudaMalloc(&data, bytes),
                         ("cudaMalloc of " + std::to_string(bytes) + " bytes").c_str());
            m_data = static_cast<T *>(data);
        }
    }
    ~DeviceArray() { cudaFree(m_data); }
    DeviceArray(DeviceArray &&other) noexcept { swap(other); }
    DeviceArray &operator=(DeviceArray &&other) noexcept {
        swap(other);
        return *this;
    }

    T *data() const { return m_data; }
    std::size_t size() const { return m_size; }

    void setZero() const {
        if (m_size > 0) {
            m_device->check(cudaMemsetAsync(m_data, 0, m_size * sizeof(T), m_device->stream()),
                            "cudaMemsetAsync");
        }
    }
    /// Waits until `values` were read.
    void upload(std::span<const T> values) const { cuda::upload(*m_device, values, m_data); }
    /// Waits for all work before it.
    void download(std::span<T> values) const {
        if (!values.empty()) {
            m_device->check(cudaMemcpyAsync(values.data(), m_data, values.size_bytes(),
                                            cudaMemcpyDeviceToHost, m_device->stream()),
                            "cudaMemcpyAsync from the card");
        }
        m_device->synchronise();
    }
    std::vector<T> download() const {
        std::vector<T> values(m_size);
        download(std::span<T>(values));
        return values;
    }

private:
    void swap(DeviceArray &other) {
        std::swap(m_device, other.m_device);
        std::swap(m_data, other.m_data);
        std::swap(m_size, other.m_size);
    }

    const Device *m_device = nullptr;
    T *m_data = nullptr;
    std::size_t m_size = 0;
};

/// Makes `array` hold at least `size`; its contents are lost where it grows.
template <typename T>
void reserve(const Device &device, DeviceArray<T> &array, std::size_t size) {
    if (array.size() < size) {
        array = DeviceArray<T>();
        array = DeviceArray<T>(device, size);
    }
}

} // namespace rbm::cuda
