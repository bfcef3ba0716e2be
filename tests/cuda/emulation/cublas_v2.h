#pragma once

#include "tests/cuda/emulation/cuda_runtime.h"

// Those parts of cuBLAS's interface that engine/cuda uses.

enum cublasStatus_t { CUBLAS_STATUS_SUCCESS, CUBLAS_STATUS_EXECUTION_FAILED };
enum cublasOperation_t { CUBLAS_OP_N, CUBLAS_OP_T };
struct EmulatedCublas;
using cublasHandle_t = EmulatedCublas *;

const char *cublasGetStatusString(cublasStatus_t status);
cublasStatus_t cublasCreate(cublasHandle_t *handle);
cublasStatus_t cublasDestroy(cublasHandle_t handle);
cublasStatus_t cublasSetStream(cublasHandle_t handle, cudaStream_t stream);
cublasStatus_t cublasSetWorkspace(cublasHandle_t handle, void *workspace, std::size_t bytes);

/// C [m, n] = alpha op(A) op(B) + beta C, all column-major with the given strides between columns.
cublasStatus_t cublasSgemm(cublasHandle_t handle, cublasOperation_t opA, cublasOperation_t opB,
                           int m, int n, int k, const float *alpha, const float *a, int strideA,
                           const float *b, int strideB, const float *beta, float *c, int strideC);
