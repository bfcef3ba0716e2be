#pragma once

#include "engine/cpu/float_kernels.h"

#include <cstddef>
#include <cstdint>
#include <span>

namespace rbm::cpu {

/// How a parameter moves: m = momentum * m - step * gradient; parameter += m, or
/// with Nesterov's momentum (Sutskever et al. 2013) momentum * m - step * gradient.
struct Motion {
    float step = 0;
    float momentum = 0;
    bool nesterov = false;
};

/// Moves n values, a multiple of kBlock.
void moveParameters(const float *gradient, const Motion &motion, std::size_t n, float *m,
                    float *parameter);

/// One block of hidden units in the update of a model's parameters.
struct BlockUpdate {
    const float *positive = nullptr;        ///< P(h | v_data), [images, kBlock]
    const std::uint8_t *negative = nullptr; ///< the chains' hidden units, 0 or 1, [chains, kBlock]
    float *weights = nullptr;               ///< [rows, kBlock]
    float *velocity = nullptr;              ///< their momentum, alike
    const float *offsets = nullptr;         ///< lambda, [kBlock]; only where centred
    float *rowDots = nullptr;               ///< [rows]; only where centred
    float *decayDots = nullptr;             ///< likewise, of weight decay's share if there is any
    const float *sparsity = nullptr;        ///< its share in the gradient of c, [kBlock], or null
    float *fast = nullptr;                  ///< the fast weights, [rows, kBlock], or null
};

/// What all blocks of an update share. The gradient of a weight is, in sums over
/// images, ratio * (chains with both units on) - (lit pixels times P(h | v_data)).
struct UpdateLists {
    std::size_t rows = 0;            ///< visible units, then the hidden bias
    const SparseRows *lit = nullptr; ///< of each row: images, with the pixel's value
    const SparseRows *on = nullptr;  ///< of each row: chains whose unit is on
    Motion motion;
    float ratio = 1; ///< images / chains
    float decay = 0; ///< images * weight decay: decay * weight is added; not to the bias
    /// Of the centred gradient: mu, and the gradients of the visible biases
    /// before they are centred, [rows]; the hidden bias has none. Null: not centred.
    const float *visibleOffsets = nullptr;
    const float *visibleGradient = nullptr;
    bool special = false; ///< the blocks have sparsity or fast weights
    /// Of the fast weights: they become momentum * fast - step * gradient.
    Motion fastMotion = {};
};

/// Gradient, momentum and parameters of some blocks.
///
/// The centred gradient (Montavon & Mueller 2012; Melchior, Fischer & Wiskott
/// 2016): with db_i and dc_j the gradients of the biases before,
///     dW_ij -= db_i lambda_j + mu_i dc_j,   dc_j -= sum_i mu_i dW_ij,
/// and rowDots_i = sum_j dW_ij lambda_j over the block, which db_i loses. Weight decay is the
/// centred model's, too: its share in dW takes the same from the biases, by decayDots; but
/// fast parameters have none of it.
void updateBlocks(const UpdateLists &lists, std::span<const BlockUpdate> blocks);

} // namespace rbm::cpu
