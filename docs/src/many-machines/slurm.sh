#!/bin/bash
#SBATCH --job-name=grokscape-worker
#SBATCH --array=1-20
#SBATCH --cpus-per-task=4
#SBATCH --time=04:00:00
#SBATCH --signal=B:TERM@60
# The file holds redis://:password@login-node:6379 and is readable by you alone (chmod 600).
GROKSCAPE_QUEUE=$(cat ~/.grokscape-queue)
export GROKSCAPE_QUEUE
exec grokscape worker --threads "$SLURM_CPUS_PER_TASK" --idle 10m
