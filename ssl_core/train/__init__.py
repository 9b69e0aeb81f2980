"""The only torch: conversion and training, always in a process of its own."""
