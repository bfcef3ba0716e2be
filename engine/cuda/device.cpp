#include "engine/cuda/device.h"

namespace rbm::cuda {

namespace {

/// As cuBLAS advises for the newest cards.
constexpr std::size_t kWorkspace = std::size_t{32} << 20;

/// Turing, 2018: the oldest that present compilers know.
constexpr int kOldest = 75;

constexpr int kClusters = 9; ///< Hopper, 2022

/// A row-major matrix is the transpose of a column-major one: swap the operands.
cublasOperation_t operation(bool transpose) { return transpose ? CUBLAS_OP_T : CUBLAS_OP_N; }

} // namespace

std::string describeMemory(std::size_t bytes) {
    return std::to_string(bytes >> 20) + " MiB of memory";
}

Device::Device(int id, Turn turn) : m_id(id), m_name("GPU " + std::to_string(id)) {
    cudaDeviceProp properties{};
    check(cudaGetDeviceProperties(&properties, id), "cudaGetDeviceProperties");
    m_name = properties.name;
    m_memory = properties.totalGlobalMem;
    m_multiprocessors = static_cast<std::size_t>(properties.multiProcessorCount);
    if (properties.major >= kClusters && properties.clusterLaunch != 0) {
        m_clusterMemory = properties.sharedMemPerBlockOptin;
    }
    if (10 * properties.major + properties.minor < kOldest) {
        throw DeviceError(Sentence(
            "The start failed on %1: its compute capability is %2, but %3 is needed.", m_name,
            Sentence::Number{std::to_string(properties.major) + "." +
                             std::to_string(properties.minor)},
            Sentence::Number{"7.5"}));
    }
    use();
    try {
        makeStream(turn);
        check(cudaEventCreateWithFlags(&m_reached, cudaEventDisableTiming), "cudaEventCreate");
        check(cublasCreate(&m_products), "cublasCreate");
        check(cublasSetStream(m_products, m_stream), "cublasSetStream");
        check(cudaMalloc(&m_workspace, kWorkspace), "cudaMalloc of cuBLAS's workspace");
        check(cublasSetWorkspace(m_products, m_workspace, kWorkspace), "cublasSetWorkspace");
    } catch (...) {
        release();
        throw;
    }
}

void Device::makeStream(Turn turn) {
    int last = 0;
    int first = 0;
    check(cudaDeviceGetStreamPriorityRange(&last, &first), "cudaDeviceGetStreamPriorityRange");
    check(cudaStreamCreateWithPriority(&m_stream, cudaStreamNonBlocking,
                                       turn == Turn::First ? first : last),
          "cudaStreamCreate");
}

Device::~Device() { release(); }

/// Skips what is not there. Nothing can be done about a failure here.
void Device::release() {
    if (m_stream != nullptr) {
        cudaStreamSynchronize(m_stream);
    }
    if (m_products != nullptr) {
        cublasDestroy(m_products);
    }
    cudaFree(m_workspace);
    if (m_reached != nullptr) {
        cudaEventDestroy(m_reached);
    }
    if (m_stream != nullptr) {
        cudaStreamDestroy(m_stream);
    }
}

void Device::use() const { check(cudaSetDevice(m_id), "cudaSetDevice"); }

void Device::synchronise() const {
    check(cudaStreamSynchronize(m_stream), "cudaStreamSynchronize");
}

void Device::waitFor(const Device &other) const {
    check(cudaEventRecord(other.m_reached, other.m_stream), "cudaEventRecord");
    check(cudaStreamWaitEvent(m_stream, other.m_reached, 0), "cudaStreamWaitEvent");
}

void Device::multiply(const Product &p) const {
    const auto rows = static_cast<int>(p.rows);
    const auto columns = static_cast<int>(p.columns);
    const auto inner = static_cast<int>(p.inner);
    check(cublasSgemm(m_products, operation(p.transposeB), operation(p.transposeA), columns, rows,
                      inner, &p.alpha, p.b, p.transposeB ? inner : columns, p.a,
                      p.transposeA ? rows : inner, &p.beta, p.c, columns),
          "cublasSgemm");
}

void PageLocked::reserve(const Device &device, std::size_t bytes) {
    if (m_bytes < bytes) {
        cudaFreeHost(m_data);
        m_data = nullptr;
        m_bytes = 0;
        device.check(cudaMallocHost(&m_data, bytes), "cudaMallocHost");
        m_bytes = bytes;
    }
}

void Device::fail(const std::string &call, const std::string &reason) const {
    throw DeviceError(failure(call, reason));
}

Sentence Device::failure(const std::string &call, const std::string &reason) const {
    return Sentence("%1 failed on %2: %3.", call, m_name, reason);
}

/// The runtime would tell of the error once more at the next kernel, unless it is asked for it.
void Device::check(cudaError_t error, const char *call) const {
    if (error == cudaSuccess) {
        return;
    }
    cudaGetLastError();
    if (error == cudaErrorMemoryAllocation) {
        throw OutOfMemory(failure(call, cudaGetErrorString(error)));
    }
    fail(call, cudaGetErrorString(error));
}

void Device::check(cublasStatus_t status, const char *call) const {
    if (status != CUBLAS_STATUS_SUCCESS) {
        fail(call, cublasGetStatusString(status));
    }
}

} // namespace rbm::cuda
