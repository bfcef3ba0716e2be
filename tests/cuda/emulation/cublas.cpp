// cuBLAS of the stand-in: plain loops.
#include "tests/cuda/emulation/cublas_v2.h"
#include "tests/cuda/emulation/streams.h"

struct EmulatedCublas {
    cudaStream_t stream = nullptr;
};

namespace {

cublasStatus_t toStatus(cudaError_t error) {
    return error == cudaSuccess ? CUBLAS_STATUS_SUCCESS : CUBLAS_STATUS_EXECUTION_FAILED;
}

} // namespace

using emulation::called;

const char *cublasGetStatusString(cublasStatus_t status) {
    return status == CUBLAS_STATUS_SUCCESS ? "CUBLAS_STATUS_SUCCESS"
                                           : "CUBLAS_STATUS_EXECUTION_FAILED";
}

cublasStatus_t cublasCreate(cublasHandle_t *handle) {
    const cudaError_t error = called("cublasCreate");
    *handle = error == cudaSuccess ? new EmulatedCublas : nullptr;
    return toStatus(error);
}

cublasStatus_t cublasDestroy(cublasHandle_t handle) {
    delete handle;
    return CUBLAS_STATUS_SUCCESS;
}

cublasStatus_t cublasSetStream(cublasHandle_t handle, cudaStream_t stream) {
    handle->stream = stream;
    return CUBLAS_STATUS_SUCCESS;
}

cublasStatus_t cublasSetWorkspace(cublasHandle_t, void *, std::size_t) {
    return CUBLAS_STATUS_SUCCESS;
}

cublasStatus_t cublasSgemm(cublasHandle_t handle, cublasOperation_t opA, cublasOperation_t opB,
                           int m, int n, int k, const float *alpha, const float *a, int strideA,
                           const float *b, int strideB, const float *beta, float *c, int strideC) {
    const cudaError_t error = called("cublasSgemm");
    if (error != cudaSuccess) {
        return toStatus(error);
    }
    const float scale = *alpha;
    const float keep = *beta;
    return toStatus(emulation::enqueue(handle->stream, [=] {
        for (int column = 0; column < n; ++column) {
            for (int row = 0; row < m; ++row) {
                float sum = 0;
                for (int at = 0; at < k; ++at) {
                    sum += a[opA == CUBLAS_OP_N ? row + at * strideA : at + row * strideA] *
                           b[opB == CUBLAS_OP_N ? at + column * strideB : column + at * strideB];
                }
                float &out = c[row + column * strideC];
                out = scale * sum + (keep == 0 ? 0 : keep * out); // C is not read where beta is 0
            }
        }
    }));
}
